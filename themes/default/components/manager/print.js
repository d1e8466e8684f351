// The button that prints a page.
(function () {
  'use strict';
  var button = document.querySelector('[data-module="print"]');
  if (!button || !window.print) return;
  button.hidden = false;
  button.addEventListener('click', function () { window.print(); });
})();
