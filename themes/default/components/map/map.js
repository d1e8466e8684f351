// Brings a circle into view when the keyboard reaches it: Firefox does not scroll to links within a picture.
(function () {
  'use strict';
  Array.prototype.forEach.call(document.querySelectorAll('.map svg a'), function (node) {
    node.addEventListener('focus', function () { node.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' }); });
  });
})();
