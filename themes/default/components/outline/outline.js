// Lists of links beside a text: open where there is room, and the heading that is being read is marked.
(function () {
  'use strict';
  var lists = document.querySelectorAll('[data-module="outline"]');
  if (!lists.length) return;
  if (window.matchMedia && window.matchMedia('(min-width: 60rem)').matches) {
    Array.prototype.forEach.call(lists, function (list) { list.open = true; });
  }
  if (!('IntersectionObserver' in window)) return;

  var links = {};
  Array.prototype.forEach.call(document.querySelectorAll('.outline a[href^="#"]'), function (link) {
    links[decodeURIComponent(link.getAttribute('href').slice(1))] = link;
  });
  var headings = Array.prototype.filter.call(document.querySelectorAll('.prose [id]'), function (heading) { return links[heading.id]; });

  function mark() {
    var current = null;
    headings.forEach(function (heading) { if (heading.getBoundingClientRect().top < 120) current = heading; });
    headings.forEach(function (heading) {
      if (heading === current) links[heading.id].setAttribute('aria-current', 'true');
      else links[heading.id].removeAttribute('aria-current');
    });
  }
  var watcher = new IntersectionObserver(mark, { rootMargin: '-100px 0px 0px 0px', threshold: [0, 1] });
  headings.forEach(function (heading) { watcher.observe(heading); });
})();
