// Where the focus is: the index among the remembered stops (-1: nowhere, -2: a stop that was not expected, -3: a box that
// scrolls, or a link that came with the focus), how well it is seen, and whether something lies over it.
() => {
  var walk = window.keyboardWalk, element = document.activeElement;
  // Firefox leaves the last element named when the focus went on to its own tool bar.
  if (!document.hasFocus()) return { index: -1, name: 'the browser' };
  if (!element || element === document.body || element === document.documentElement) return { index: -1, name: 'the page' };
  var index = walk.stops.indexOf(element);
  var style = getComputedStyle(element);
  var scrolls = /auto|scroll/.test(style.overflowX + style.overflowY);
  // What stands beside the map tells of the circle that has the focus, so its links come while one goes through them.
  var comesAlong = !!element.closest('.map-panel');
  if (index < 0) return { index: scrolls || comesAlong ? -3 : -2, name: walk.named(element) };
  function uncovered(box) {
    var spots = [[0.5, 0.5], [0.1, 0.5], [0.9, 0.5], [0.5, 0.2], [0.5, 0.8]];
    return spots.some(function (spot) {
      var x = box.left + box.width * spot[0], y = box.top + box.height * spot[1];
      if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) return false;
      var top = document.elementFromPoint(x, y);
      return top && (element.contains(top) || top.contains(element));
    });
  }
  var boxes = Array.prototype.concat.apply(Array.prototype.slice.call(element.getClientRects()),
    Array.prototype.map.call(element.children, function (child) { return child.getBoundingClientRect(); }));
  var contrast = walk.indicator(element, walk.looks[index]);
  return { index: index, name: walk.named(element), contrast: contrast, seen: boxes.some(uncovered) };
}
