// Before anything is drawn: the colours that a reader has chosen, where that is not what the system says.
(function () {
  'use strict';
  try {
    var colours = localStorage.getItem('folkmoot-colours');
    if (colours === 'dark' || colours === 'light') document.documentElement.setAttribute('data-colours', colours);
  } catch (error) { /* no storage: as the system says */ }
})();
