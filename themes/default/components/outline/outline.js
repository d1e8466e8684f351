// Lists of links beside a text: open where there is room, and the heading that is being read is marked.
(function () {
  'use strict';
  var lists = document.querySelectorAll('[data-module="outline"]');
  if (!lists.length) return;
  var wide = window.matchMedia && window.matchMedia('(min-width: 60rem)');
  // Closed again when the window becomes narrow, by zoom too: there the list lies over the text.
  function fit() { Array.prototype.forEach.call(lists, function (list) { list.open = wide.matches; }); }
  if (wide && wide.matches) fit();
  if (wide && wide.addEventListener) wide.addEventListener('change', fit);
  if (!window.requestAnimationFrame || !Element.prototype.closest) return;

  var links = {};
  Array.prototype.forEach.call(document.querySelectorAll('.outline a[href^="#"]'), function (link) {
    links[decodeURIComponent(link.getAttribute('href').slice(1))] = link;
  });
  var headings = Array.prototype.filter.call(document.querySelectorAll('.prose [id]'), function (heading) { return links[heading.id]; });

  var waiting = false;
  function mark() {
    waiting = false;
    var current = null;
    headings.forEach(function (heading) { if (heading.getBoundingClientRect().top < 120) current = heading; });
    var side = current && links[current.id].closest('.side');
    if (side && side.scrollHeight > side.clientHeight + 1) {
      var link = links[current.id].getBoundingClientRect(), box = side.getBoundingClientRect();
      if (link.top < box.top + 40 || link.bottom > box.bottom - 40) side.scrollTop += link.top - box.top - side.clientHeight / 2;
    }
    headings.forEach(function (heading) {
      if (heading === current) links[heading.id].setAttribute('aria-current', 'true');
      else links[heading.id].removeAttribute('aria-current');
    });
  }
  // A jump may pass a heading that is seen neither before nor after it: only scrolling itself tells.
  function later() { if (!waiting) { waiting = true; window.requestAnimationFrame(mark); } }
  window.addEventListener('scroll', later, { passive: true });
  window.addEventListener('resize', later);
  later();
  // On a phone the list lies over the text: it closes after a choice.
  Array.prototype.forEach.call(lists, function (list) {
    list.addEventListener('click', function (event) {
      if (event.target.closest('a[href^="#"]') && !(wide && wide.matches)) list.open = false;
    });
  });
})();
