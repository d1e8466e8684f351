// Where the menu is one line that scrolls, the part of the site that the reader is in is in sight.
(function () {
  'use strict';
  var here = document.querySelector('.site-menu [aria-current]'), phone = window.matchMedia && window.matchMedia('(max-width: 40rem)');
  if (!here || !phone) return;
  function bring() {
    var line = here.closest('ul'), own = here.getBoundingClientRect(), whole = line.getBoundingClientRect();
    line.scrollLeft += own.left + own.width / 2 - whole.left - whole.width / 2;
  }
  bring();
  if (phone.addEventListener) phone.addEventListener('change', bring);
})();
