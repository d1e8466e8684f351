// Switches between light and dark. A choice that is the system's own is not kept, so that the page goes on following it.
(function () {
  'use strict';
  var button = document.querySelector('[data-module="appearance"]');
  if (!button || !window.matchMedia) return;
  var root = document.documentElement;
  var system = window.matchMedia('(prefers-color-scheme: dark)');

  function isDark() {
    var chosen = root.getAttribute('data-colours');
    return chosen ? chosen === 'dark' : system.matches;
  }

  function show() { button.setAttribute('aria-checked', String(isDark())); }

  function choose(dark) {
    var value = dark === system.matches ? null : dark ? 'dark' : 'light';
    if (value) root.setAttribute('data-colours', value);
    else root.removeAttribute('data-colours');
    try {
      if (value) localStorage.setItem('folkmoot-colours', value);
      else localStorage.removeItem('folkmoot-colours');
    } catch (error) { /* it lasts for this page */ }
    show();
  }

  button.addEventListener('click', function () { choose(!isDark()); });
  if (system.addEventListener) system.addEventListener('change', show);
  button.hidden = false;
  show();
})();
