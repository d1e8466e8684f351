// An old address: the query and the section that were asked for are asked for at the new one.
(function () {
  'use strict';
  location.replace(document.currentScript.getAttribute('data-to') + location.search + location.hash);
})();
