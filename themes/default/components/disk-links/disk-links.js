// Opened from a disk, a folder shows its files: links to folders lead to their index.html instead.
(function () {
  'use strict';
  if (location.protocol !== 'file:') return;
  Array.prototype.forEach.call(document.querySelectorAll('a[href], form[action]'), function (element) {
    var name = element.tagName.toLowerCase() === 'form' ? 'action' : 'href';
    var link = element.getAttribute(name);
    if (/^[a-z][a-z0-9+.-]*:|^\/\/|^#/i.test(link)) return;
    element.setAttribute(name, link.replace(/\/(?=$|[?#])/, '/index.html'));
  });
})();
