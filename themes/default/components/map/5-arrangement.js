// Where circles are: in the arrangement of the network or in that by government, lying or, on a phone, upright; and how one
// becomes the other.
(function () {
  'use strict';
  var map = window.folkmootMap;
  if (!map) return;
  var DURATION = 800, MANY = 500;
  var svg = map.svg, figure = map.figure;
  var size = svg.getAttribute('viewBox').split(' ').map(Number), wide = size[2], high = size[3];
  var names = svg.querySelector('.region-names');
  var regions = map.list(svg, '.regions circle').map(function (circle) {
    // Made here: a browser without styles would show the names of an arrangement that only a script makes.
    var text = names.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'text'));
    text.textContent = circle.getAttribute('data-name');
    if (circle.getAttribute('lang')) text.setAttribute('lang', circle.getAttribute('lang'));
    return { circle: circle, at: [+circle.getAttribute('cx'), +circle.getAttribute('cy')], r: +circle.getAttribute('r'), text: text };
  });
  var isPhone = window.matchMedia('(max-width: 40rem)'), isStill = window.matchMedia('(prefers-reduced-motion: reduce)');
  var arranged = 'network', frame;
  map.isUpright = false;
  map.isByGovernment = false;
  map.regions = regions;

  // The picture of an arrangement: all have one shape, so that the page keeps its own.
  function wholeOf(name) {
    var tall = name === 'government' ? +svg.getAttribute('data-region-height') : high, w = Math.max(wide, tall * wide / high), h = w * high / wide;
    return turned({ x: (wide - w) / 2, y: (tall - h) / 2, w: w, h: h });
  }
  // Upright, x and y change places.
  map.turnedPoint = function (at) { return map.isUpright ? [at[1], at[0]] : at; };
  function turned(box) { return map.isUpright ? { x: box.y, y: box.x, w: box.h, h: box.w } : box; }
  map.turned = turned;
  map.whole = wholeOf('network');
  map.box = map.whole;

  // Pixels of the screen for one of the picture, and all that is seen, beside the box too where the window has another shape.
  map.view = function () {
    var rectangle = svg.getBoundingClientRect(), box = map.box, scale = Math.min(rectangle.width / box.w, rectangle.height / box.h) || 0;
    var w = scale ? rectangle.width / scale : box.w, h = scale ? rectangle.height / scale : box.h;
    return { scale: scale, across: rectangle.width, x: box.x - (w - box.w) / 2, y: box.y - (h - box.h) / 2, w: w, h: h };
  };

  function put(node, x, y) {
    node.x = Math.round(x * 10) / 10;
    node.y = Math.round(y * 10) / 10;
    node.circle.setAttribute('cx', node.x);
    node.circle.setAttribute('cy', node.y);
  }

  // Puts the circles where the state has them; moving, unless it is to be at once or the reader wants no motion.
  map.arrange = function (isAtOnce) {
    var name = map.state.view === 'government' && regions.length ? 'government' : 'network', isUpright = isPhone.matches && wide > high;
    if (name === arranged && isUpright === map.isUpright) return false;
    var isTurned = isUpright !== map.isUpright;
    arranged = name;
    map.isUpright = isUpright;
    map.whole = wholeOf(name);
    map.isByGovernment = name === 'government';
    figure.classList.toggle('is-by-government', map.isByGovernment);
    regions.forEach(function (region) {
      var at = map.turnedPoint(region.at);
      region.x = at[0];
      region.y = at[1];
      region.circle.setAttribute('cx', at[0]);
      region.circle.setAttribute('cy', at[1]);
    });
    map.list(svg, '.clusters').forEach(function (group) { group.setAttribute('transform', isUpright ? 'matrix(0 1 1 0 0 0)' : ''); });
    var moves = map.nodes.map(function (node) {
      var to = map.turnedPoint(node.places[name]);
      return { node: node, from: [node.x, node.y], by: [to[0] - node.x, to[1] - node.y] };
    });
    cancelAnimationFrame(frame);
    if (isAtOnce || isTurned || isStill.matches) {
      step(moves, 1);
      arrive();
    } else {
      figure.classList.add('is-moving');
      var begun;
      frame = requestAnimationFrame(function go(now) {
        begun = begun || now;
        var share = Math.min(1, (now - begun) / DURATION);
        // Slow, fast, slow.
        step(moves, share * share * (3 - 2 * share));
        if (share < 1) frame = requestAnimationFrame(go); else arrive();
      });
    }
    return true;
  };

  function step(moves, share) {
    moves.forEach(function (move) { put(move.node, move.from[0] + move.by[0] * share, move.from[1] + move.by[1] * share); });
    if (moves.length <= MANY) map.changed('moved');
  }

  function arrive() {
    figure.classList.remove('is-moving');
    map.changed('arranged');
  }

  window.addEventListener('resize', function () { if (map.nodes && map.arrange(true)) map.changed('restored'); });
})();
