// Brings a circle into view when the keyboard reaches it: Firefox does not scroll to links within a picture, not even when
// it is asked to by scrollIntoView.
(function () {
  'use strict';
  var ROOM = 24;
  Array.prototype.forEach.call(document.querySelectorAll('.map svg a'), function (node) {
    node.addEventListener('focus', function () {
      var box = node.querySelector('circle').getBoundingClientRect();
      var above = box.top - ROOM, below = box.bottom + ROOM - window.innerHeight;
      if (above < 0 || below > 0) window.scrollBy(0, above < 0 ? above : below);
    });
  });
})();
