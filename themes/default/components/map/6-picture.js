// Circles and lines of what is shown; zoom and pan by wheel, drag, pinch, buttons and keys; the picture as one stop of the
// keyboard, in which arrows go to the nearest community that way.
(function () {
  'use strict';
  var map = window.folkmootMap;
  if (!map) return;
  var NS = 'http://www.w3.org/2000/svg', CLOSEST = 12, ROOM = 24, PAUSE = 400;
  var svg = map.svg, figure = map.figure;

  function add(name, className, before) {
    var element = document.createElementNS(NS, name);
    element.setAttribute('class', className);
    element.setAttribute('aria-hidden', 'true');
    svg.insertBefore(element, before);
    return element;
  }
  var firstNode = svg.querySelector('a');
  var alike = add('path', 'edge alike', firstNode), near = add('path', 'edge near', firstNode), rest = add('path', 'rest', svg.querySelector('.edges'));
  // On top of all, where no circle can be: their order is that of the keyboard.
  var mark = add('g', 'mark', null);
  // Each line between two nodes; those within a government by themselves, so that the arrangement by government can draw them
  // fainter than those across a border.
  var lines;
  function readLines() {
    var at = Object.create(null);
    map.nodes.forEach(function (node) { at[node.places.network.join(' ')] = node; });
    lines = map.list(svg, '.edges path').map(function (element) {
      var pairs = element.getAttribute('d').split('M').slice(1).map(function (part) { return part.split('L').map(function (place) { return at[place]; }); });
      var within = element.parentNode.insertBefore(element.cloneNode(false), element);
      within.setAttribute('d', '');
      within.classList.add('within');
      return { element: element, within: within, pairs: pairs };
    });
  }

  function isWithin(pair) {
    var own = pair.map(function (node) { return (node.facets.government || [])[0]; });
    return own[0] === own[1];
  }

  function draw() {
    var hidden = '';
    map.nodes.forEach(function (node) {
      if (node.link.style.display !== (node.isShown ? '' : 'none')) node.link.style.display = node.isShown ? '' : 'none';
      if (!node.isShown) hidden += 'M' + node.x + ' ' + node.y + 'h0';
    });
    rest.setAttribute('d', hidden);
    drawLines();
    figure.classList.toggle('is-filtered', map.shown < map.nodes.length);
    var current = map.current;
    if (current && !current.isShown) map.select(null);
    else if (map.looked) map.look(map.looked.isShown ? map.looked : current || null);
    setStop();
  }

  // Thousands of lines take longer to paint than all else: until they can be right, none.
  var afterwards = map.waiting();
  function drawLines() {
    if (!lines) readLines();
    if (map.shown < map.nodes.length) lines.forEach(function (line) { line.element.setAttribute('d', ''); });
    afterwards(drawLinesNow);
  }

  function drawLinesNow() {
    lines.forEach(function (line) {
      var across = '', within = '';
      line.pairs.forEach(function (pair) {
        if (!pair[0].isShown || !pair[1].isShown) return;
        var path = 'M' + pair[0].x + ' ' + pair[0].y + 'L' + pair[1].x + ' ' + pair[1].y;
        if (map.isByGovernment && isWithin(pair)) within += path; else across += path;
      });
      line.element.setAttribute('d', across);
      line.within.setAttribute('d', within);
    });
  }

  // MARK: One stop of the keyboard

  var stop;
  function setStop() {
    var next = map.current && map.current.isShown ? map.current : map.nodes.filter(function (node) { return node.isShown; })[0];
    if (stop === undefined) map.nodes.forEach(function (node) { node.link.setAttribute('tabindex', '-1'); });
    if (stop) stop.link.setAttribute('tabindex', '-1');
    if (next) next.link.setAttribute('tabindex', '0');
    stop = next || null;
  }

  function nodeOf(target) {
    var link = target.closest ? target.closest('svg a[data-community]') : null;
    return link && map.byID[link.getAttribute('data-community')];
  }

  // Nearest in a direction: what lies to the side counts twice.
  function next(from, dx, dy) {
    var best = null, least = Infinity;
    map.nodes.forEach(function (node) {
      var x = node.x - from.x, y = node.y - from.y, along = x * dx + y * dy, across = Math.abs(x * dy) + Math.abs(y * dx);
      if (!node.isShown || node === from || along <= 0.5 || across > along * 2.5) return;
      if (along + 2 * across < least) { least = along + 2 * across; best = node; }
    });
    return best;
  }

  var ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  svg.addEventListener('keydown', function (event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    var node = nodeOf(event.target), arrow = ARROWS[event.key];
    if (arrow && node) {
      var other = next(node, arrow[0], arrow[1]);
      if (other) other.link.focus();
    } else if (event.key === 'Escape') {
      var list = document.getElementById('s.map');
      map.select(null);
      if (list && list.offsetParent) list.focus(); else if (node) node.link.blur();
    } else if (event.key === '+' || event.key === '=') {
      zoom(1.5, node);
    } else if (event.key === '-') {
      zoom(1 / 1.5, node);
    } else if (event.key === '0') {
      show(map.whole);
    } else {
      return;
    }
    event.preventDefault();
  });

  // Not on the picture itself: Chromium makes a stop of the keyboard of what listens for focus within SVG.
  figure.addEventListener('focusin', function (event) {
    var node = nodeOf(event.target);
    if (!node) return;
    map.select(node);
    reveal(node);
    if (isPressed) return;
    // Firefox does not scroll to links within a picture, not even when it is asked to by scrollIntoView.
    var box = node.circle.getBoundingClientRect(), above = box.top - ROOM, below = box.bottom + ROOM - window.innerHeight;
    if (above < 0 || below > 0) window.scrollBy(0, above < 0 ? above : below);
  });

  // MARK: Who is looked at

  map.look = function (node) {
    near.setAttribute('d', node ? linesTo(node, node.near.map(function (one) { return one.node; })) : '');
    alike.setAttribute('d', node ? linesTo(node, node.alike) : '');
    if (map.looked) map.looked.link.classList.remove('is-looked');
    if (node) node.link.classList.add('is-looked');
    map.looked = node;
    drawMark();
    map.changed('looked');
  };

  function linesTo(node, numbers) {
    return numbers.filter(function (number) { return map.nodes[number].isShown; }).map(function (number) {
      // From the first to the second, so that dots fall on those of the same line below.
      var other = map.nodes[number], from = node.index < number ? node : other, to = from === node ? other : node;
      return 'M' + from.x + ' ' + from.y + 'L' + to.x + ' ' + to.y;
    }).join('');
  }

  function drawMark() {
    var node = map.looked;
    while (mark.firstChild) mark.removeChild(mark.firstChild);
    if (!node) return;
    var gap = 6 / (map.view().scale || 1);
    ['halo', ''].forEach(function (name) {
      var ring = document.createElementNS(NS, 'circle');
      [['class', name], ['cx', node.x], ['cy', node.y], ['r', node.r + gap]].forEach(function (pair) { ring.setAttribute(pair[0], pair[1]); });
      mark.appendChild(ring);
    });
    var name = mark.appendChild(node.label.cloneNode(true)), side = { start: gap, end: -gap }[name.getAttribute('text-anchor')] || 0;
    name.removeAttribute('class');
    name.setAttribute('transform', 'translate(' + side + ' ' + (side ? 0 : +name.getAttribute('y') > node.y ? gap : -gap) + ')');
  }

  map.select = function (node) {
    map.current = node;
    map.state.community = node ? node.facets.id : '';
    setStop();
    map.look(node);
    map.remember('community');
  };

  svg.addEventListener('pointerover', function (event) {
    var node = event.pointerType === 'mouse' && nodeOf(event.target);
    if (node && node !== map.looked) map.look(node);
  });
  svg.addEventListener('pointerleave', function () { if (map.looked !== map.current) map.look(map.current || null); });

  // MARK: Zoom and pan

  function show(box, isQuiet) {
    var whole = map.whole, w = Math.min(whole.w, Math.max(whole.w / CLOSEST, box.w)), h = w * whole.h / whole.w;
    map.box = { w: w, h: h, x: Math.min(whole.x + whole.w - w, Math.max(whole.x, box.x)), y: Math.min(whole.y + whole.h - h, Math.max(whole.y, box.y)) };
    svg.setAttribute('viewBox', [map.box.x, map.box.y, w, h].map(function (n) { return Math.round(n * 10) / 10; }).join(' '));
    var isZoomed = w < whole.w - 0.5;
    figure.classList.toggle('is-zoomed', isZoomed);
    map.svg.style.setProperty('--unit', String(1 / (map.view().scale || 1)));
    drawMark();
    map.placeLabelsSoon();
    if (isQuiet) return;
    // The address has it lying, as other screens show it.
    var lying = map.turned(map.box);
    map.state.at = isZoomed ? [lying.x, lying.y, lying.w].map(Math.round).join(',') : '';
    rememberSoon();
  }

  var timer;
  function rememberSoon() {
    clearTimeout(timer);
    timer = setTimeout(function () { map.remember('at'); }, 300);
  }

  // Around a point of the picture, or its middle.
  function zoom(factor, point) {
    var whole = map.whole, box = map.box, w = Math.min(whole.w, Math.max(whole.w / CLOSEST, box.w / factor)), share = w / box.w;
    var x = point ? point.x : box.x + box.w / 2, y = point ? point.y : box.y + box.h / 2;
    show({ x: x - (x - box.x) * share, y: y - (y - box.y) * share, w: w });
  }

  function reveal(node) {
    var box = map.box, edge = box.w / 10;
    var x = Math.min(Math.max(box.x, node.x + edge - box.w), node.x - edge), y = Math.min(Math.max(box.y, node.y + edge - box.h), node.y - edge);
    if (x !== box.x || y !== box.y) show({ x: x, y: y, w: box.w });
  }

  function pointAt(clientX, clientY) {
    var rectangle = svg.getBoundingClientRect(), view = map.view();
    return { x: view.x + (clientX - rectangle.left) / view.scale, y: view.y + (clientY - rectangle.top) / view.scale };
  }

  map.list(figure, '[data-zoom]').forEach(function (button) {
    button.addEventListener('click', function () {
      var kind = button.getAttribute('data-zoom');
      if (kind === 'all') show(map.whole); else zoom(kind === 'in' ? 1.5 : 1 / 1.5);
    });
  });

  // A page that is being scrolled past the picture goes on scrolling, and so does one whose picture shows all.
  var scrolled = 0;
  window.addEventListener('scroll', function () { scrolled = Date.now(); }, { passive: true });
  svg.addEventListener('wheel', function (event) {
    var factor = Math.pow(2, -event.deltaY * (event.deltaMode === 1 ? 20 : 1) / 300);
    if (Date.now() - scrolled < PAUSE && !event.ctrlKey) return;
    if (!event.deltaY || (factor < 1 && map.box.w >= map.whole.w) || (factor > 1 && map.box.w <= map.whole.w / CLOSEST)) return;
    event.preventDefault();
    zoom(factor, pointAt(event.clientX, event.clientY));
  }, { passive: false });

  var pointers = {}, isPressed = false, moved = 0;
  function points() { return Object.keys(pointers).map(function (key) { return pointers[key]; }); }
  function middle(list) {
    return { x: list.reduce(function (sum, one) { return sum + one.x; }, 0) / list.length, y: list.reduce(function (sum, one) { return sum + one.y; }, 0) / list.length };
  }
  function apart(list) { return list.length < 2 ? 0 : Math.hypot(list[0].x - list[1].x, list[0].y - list[1].y); }

  svg.addEventListener('pointerdown', function (event) {
    if (event.button) return;
    if (!points().length) moved = 0;
    isPressed = true;
    pointers[event.pointerId] = { x: event.clientX, y: event.clientY };
  });
  window.addEventListener('pointermove', function (event) {
    if (!pointers[event.pointerId]) return;
    var before = points(), from = middle(before), wide = apart(before);
    pointers[event.pointerId] = { x: event.clientX, y: event.clientY };
    var after = points(), to = middle(after);
    moved += Math.abs(to.x - from.x) + Math.abs(to.y - from.y) + Math.abs(apart(after) - wide);
    if (moved < 5) return;
    figure.classList.add('is-dragged');
    var scale = 1 / map.view().scale;
    show({ x: map.box.x - (to.x - from.x) * scale, y: map.box.y - (to.y - from.y) * scale, w: map.box.w });
    if (wide && apart(after)) zoom(apart(after) / wide, pointAt(to.x, to.y));
  });
  function release(event) {
    delete pointers[event.pointerId];
    isPressed = points().length > 0;
    if (!isPressed) figure.classList.remove('is-dragged');
  }
  window.addEventListener('pointerup', release);
  window.addEventListener('pointercancel', release);
  svg.addEventListener('dragstart', function (event) { event.preventDefault(); });
  // Two fingers on the picture move the picture and not the page.
  svg.addEventListener('touchmove', function (event) { if (event.touches.length > 1) event.preventDefault(); }, { passive: false });

  // A drag opens nothing. A finger cannot point at a circle first, so its first touch looks, and the second opens.
  var touched = null;
  svg.addEventListener('click', function (event) {
    var node = nodeOf(event.target);
    if (moved >= 5) { moved = 0; event.preventDefault(); return; }
    if (event.pointerType === 'touch' && node && touched !== node) {
      touched = node;
      event.preventDefault();
      map.select(node);
    }
  });

  window.addEventListener('resize', map.placeLabelsSoon);

  map.parts.push({
    filtered: function () {
      draw();
      // Another arrangement is seen whole, and nothing moves before the page is ready.
      if (map.arrange(map.root.getAttribute('data-state') !== 'ready')) show(map.whole);
    },
    placed: drawMark,
    moved: function () { if (lines) drawLinesNow(); },
    arranged: function () {
      draw();
      map.placeLabels();
    },
    restored: function () {
      var isTurned = map.arrange(true), at = (map.state.at || '').split(',').map(Number), whole = map.whole;
      var lying = at.length === 3 && at.every(isFinite) && at[2] > 0 && { x: at[0], y: at[1], w: at[2], h: at[2] * map.turned(whole).h / map.turned(whole).w };
      show(lying ? map.turned(lying) : whole, true);
      var asked = map.byID[map.state.community], node = asked && asked.isShown ? asked : null;
      map.current = node;
      setStop();
      map.look(node);
      if (node) reveal(node);
      if (isTurned) map.placeLabels();
    }
  });
  figure.classList.add('is-scripted');
})();
