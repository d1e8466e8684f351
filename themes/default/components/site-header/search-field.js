// The search itself is fetched when somebody turns to its field, or presses `/`.
(function () {
  'use strict';
  var form = document.querySelector('.site-search'), isAsked = false;
  if (!form || !form.getAttribute('data-script')) return;
  var field = form.querySelector('input');

  function load() {
    if (isAsked || document.querySelector('[data-module="search"]')) return;
    isAsked = true;
    var style = document.createElement('link'), script = document.createElement('script');
    style.rel = 'stylesheet';
    style.href = form.getAttribute('data-style');
    script.src = form.getAttribute('data-script');
    document.head.appendChild(style);
    document.head.appendChild(script);
  }

  field.addEventListener('focus', load);
  document.addEventListener('keydown', function (event) {
    var at = event.target;
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || at.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(at.tagName) || !field.offsetParent) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
})();
