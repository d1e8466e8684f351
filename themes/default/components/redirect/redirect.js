// An old address: the requested query and section are requested at the new one.
(function () {
  'use strict';
  location.replace(document.currentScript.getAttribute('data-to') + location.search + location.hash);
})();
