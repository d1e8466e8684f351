// Where the menu is one line that scrolls, the part of the site that the reader is in is in sight.
(function () {
  'use strict';
  var here = document.querySelector('.site-menu [aria-current]');
  if (!here) return;
  var line = here.closest('ul'), own = here.getBoundingClientRect(), whole = line.getBoundingClientRect();
  line.scrollLeft += own.left + own.width / 2 - whole.left - whole.width / 2;
})();
