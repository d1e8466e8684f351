// The search itself is fetched when somebody turns to one of its fields, in the header or on the home page, or presses `/`. The map asks
// for it too, so that words mean the same there.
(function () {
  'use strict';
  var form = document.querySelector('.site-search'), waiting = null;
  if (!form || !form.getAttribute('data-script')) return;
  var field = form.querySelector('input'), big = document.querySelector('.hero-search input');

  function load() {
    if (waiting || document.querySelector('[data-module="search"]')) return;
    waiting = [];
    var style = document.createElement('link');
    style.rel = 'stylesheet';
    style.href = form.getAttribute('data-style');
    document.head.appendChild(style);
    window.folkmootScript(form.getAttribute('data-script'), function () { waiting.splice(0).forEach(function (done) { done(); }); });
  }

  window.folkmootWithSearch = function (done) {
    load();
    if (window.folkmootSearch) done(); else if (waiting) waiting.push(done);
  };

  [field, big].forEach(function (one) { if (one) one.addEventListener('focus', load); });
  if (big && document.activeElement === big) load();
  document.addEventListener('keydown', function (event) {
    var at = event.target;
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || at.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(at.tagName) || !field.offsetParent) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
})();
