// Names beside circles, as many as find room at the scale that is shown; the most important first. The same way as when the
// page was made (LabelPlacement).
(function () {
  'use strict';
  var map = window.folkmootMap;
  if (!map) return;
  var SIZE = 13, LINE = 15, WIDTH = 150, CELL = 64, APART = 6, LIMIT = 250, FIRST = 16, LONGEST = 120;
  var pen = document.createElement('canvas').getContext('2d');
  var widths = Object.create(null);
  var clusters = map.list(map.svg, '.cluster-names text'), tools = map.list(map.figure, '.map-tools, label');

  function width(text) {
    if (!pen) return text.length * 7.4;
    if (!(text in widths)) {
      pen.font = '600 ' + SIZE + 'px ' + getComputedStyle(document.body).fontFamily;
      widths[text] = pen.measureText(text).width;
    }
    return widths[text];
  }

  // In two lines where there is room, else in up to three short ones.
  function shapes(node, isTight) {
    var key = isTight ? 'short' : 'shapes', most = isTight ? WIDTH * 0.65 : WIDTH;
    return node[key] || (node[key] = [shape(node.name, most, 2), shape(node.name, most * 0.65, 3), shape(node.name, most * 0.5, 3)]);
  }

  function shape(name, most, count) {
    var found = [''];
    name.split(' ').forEach(function (word) {
      var line = found[found.length - 1], longer = line ? line + ' ' + word : word;
      if (!line || width(longer) <= most) found[found.length - 1] = longer; else found.push(word);
    });
    if (found.length > count) {
      found = found.slice(0, count);
      found[count - 1] += '…';
    }
    // A word without end would run over everything. Nothing comes after the dots, so that what is read is the beginning of the
    // name that is said.
    var long = found.findIndex(function (line) { return width(line) > most * 1.3; });
    if (long >= 0) {
      var letters = Array.from(found[long]).slice(0, LONGEST);
      while (letters.length && width(letters.join('')) > most) letters.pop();
      found = found.slice(0, long).concat(letters.join('') + '…');
    }
    return { lines: found, wide: Math.max.apply(null, found.map(width)) + 4 };
  }

  function Grid() { this.cells = {}; }
  Grid.prototype.each = function (box, body) {
    for (var x = Math.floor(box.l / CELL); x <= Math.floor(box.r / CELL); x++) {
      for (var y = Math.floor(box.t / CELL); y <= Math.floor(box.b / CELL); y++) if (body(x + ':' + y)) return true;
    }
    return false;
  };
  Grid.prototype.add = function (box) {
    var cells = this.cells;
    this.each(box, function (key) { (cells[key] = cells[key] || []).push(box); });
  };
  Grid.prototype.meets = function (box, own) {
    var cells = this.cells;
    return this.each(box, function (key) {
      return (cells[key] || []).some(function (other) { return other.node !== own && box.l < other.r && other.l < box.r && box.t < other.b && other.t < box.b; });
    });
  };

  // Whether a box comes nearer to a circle, other than its own, than it may; without a distance, whether it covers the middle
  // of one.
  Grid.prototype.nearsCircle = function (box, own, apart) {
    var cells = this.cells, more = apart || 3;
    return this.each({ l: box.l - more, r: box.r + more, t: box.t - more, b: box.b + more }, function (key) {
      return (cells[key] || []).some(function (other) {
        if (other.node === own) return false;
        var dx = Math.max(box.l - other.x, 0, other.x - box.r), dy = Math.max(box.t - other.y, 0, other.y - box.b), far = apart === null ? more : other.radius + apart;
        return dx * dx + dy * dy < far * far;
      });
    });
  };

  // In pixels of the screen, from the middle of the circle.
  function candidates(r, more) {
    var middle = 4.5 - more / 2, slope = (r + 4) * 0.7;
    return [
      [0, r + 14, 'middle'], [0, -r - 5 - more, 'middle'], [r + 4, middle, 'start'], [-r - 4, middle, 'end'],
      [slope, slope + 10, 'start'], [-slope, slope + 10, 'end'], [slope, -slope - more, 'start'], [-slope, -slope - more, 'end'],
      // Aside of straight below and above, and above and below of straight beside.
      [r / 2, r + 12, 'start'], [-r / 2, r + 12, 'end'], [r / 2, -r - 3 - more, 'start'], [-r / 2, -r - 3 - more, 'end'],
      [r + 3, middle + r / 2, 'start'], [-r - 3, middle + r / 2, 'end'], [r + 3, middle - r / 2, 'start'], [-r - 3, middle - r / 2, 'end']
    ];
  }

  function boxOf(x, y, place, shape, more) {
    var left = x + place[0] - (place[2] === 'middle' ? shape.wide / 2 : place[2] === 'end' ? shape.wide : 0), top = y + place[1] - 12;
    return { l: left - 2, r: left + shape.wide + 2, t: top - 1, b: top + 17 + more };
  }

  // Where people look first: the largest circles and the best connected in turn.
  function inOrder(nodes) {
    function rank(name, value) { nodes.slice().sort(function (a, b) { return value(b) - value(a) || a.index - b.index; }).forEach(function (node, place) { node[name] = place; }); }
    rank('bySize', function (node) { return node.r; });
    rank('byDegree', function (node) { return node.near.length; });
    return nodes.sort(function (a, b) { return Math.min(a.bySize, a.byDegree) - Math.min(b.bySize, b.byDegree) || a.bySize - b.bySize; });
  }

  map.placeLabels = function () {
    // On a phone names are shorter and may be closer.
    var box = map.view(), scale = box.scale, isTight = box.across < 500, apart = isTight ? 1 : APART;
    if (!scale) return;
    map.figure.classList.add('is-placed');
    map.svg.style.setProperty('--unit', String(1 / scale));
    var visible = map.nodes.filter(function (node) {
      return node.isShown && node.x > box.x - 20 && node.x < box.x + box.w + 20 && node.y > box.y - 20 && node.y < box.y + box.h + 20;
    });
    var grid = new Grid(), circles = new Grid(), right = box.w * scale, bottom = box.h * scale;
    function isInside(own) { return own.l >= 2 && own.r <= right - 2 && own.t >= 2 && own.b <= bottom - 2; }
    visible.forEach(function (node) {
      var x = (node.x - box.x) * scale, y = (node.y - box.y) * scale, r = node.r * scale;
      circles.add({ l: x - r, r: x + r, t: y - r, b: y + r, x: x, y: y, radius: r, node: node });
    });
    // Nor where the buttons over the picture are.
    var own = map.svg.getBoundingClientRect();
    tools.forEach(function (element) {
      var place = element.getBoundingClientRect();
      grid.add({ l: place.left - own.left, r: place.right - own.left, t: place.top - own.top, b: place.bottom - own.top });
    });
    // What a cluster is about, and which government a region is, come first, as the names of communities have more places to
    // choose from.
    function title(text, places, size) {
      var half = width(text.textContent) * size / 2 + 4;
      var free = places.filter(function (place) {
        place.box = { l: place.x - half, r: place.x + half, t: place.y - 15, b: place.y + 5 };
        return isInside(place.box) && !grid.meets(place.box, null) && !circles.meets(place.box, null);
      })[0];
      text.style.display = free ? '' : 'none';
      if (free) grid.add(free.box);
      return free;
    }
    if (map.isByGovernment) nameRegions(); else nameClusters();

    function nameClusters() {
      clusters.forEach(function (text) {
        if (!text.home) text.home = [+text.getAttribute('x'), +text.getAttribute('y')];
        var home = map.turnedPoint(text.home), x = (home[0] - box.x) * scale, y = (home[1] - box.y) * scale;
        var free = title(text, map.shown < map.nodes.length ? [] : [0, -14, 14, -28, 28, -42, 42].map(function (shift) { return { x: x, y: y + shift }; }), 1.3);
        if (!free) return;
        text.setAttribute('x', home[0]);
        text.setAttribute('y', box.y + free.y / scale);
      });
    }

    function nameRegions() {
      map.regions.forEach(function (region) {
        var x = (region.x - box.x) * scale, y = (region.y - box.y) * scale, r = region.r * scale, places = [];
        [0, -20, 20, -40, 40].forEach(function (aside) { places.push({ x: x + aside, y: y - r - 5 }, { x: x + aside, y: y + r + 15 }); });
        var free = x > -r && x < right + r && y > -r && y < bottom + r && title(region.text, places, 1.1);
        if (!free) { region.text.style.display = 'none'; return; }
        region.text.setAttribute('x', box.x + free.x / scale);
        region.text.setAttribute('y', box.y + free.y / scale);
      });
    }
    var isNamed = [];
    function name(node, nearest) {
      var x = (node.x - box.x) * scale, y = (node.y - box.y) * scale;
      return shapes(node, isTight).some(function (shape) {
        var more = LINE * (shape.lines.length - 1);
        return candidates(node.r * scale, more).some(function (place) {
          var own = boxOf(x, y, place, shape, more);
          if (!isInside(own) || grid.meets(own, null) || circles.nearsCircle(own, node, nearest)) return false;
          grid.add(own);
          write(node, shape.lines, node.x + place[0] / scale, node.y + place[1] / scale, place[2], LINE / scale);
          isNamed[node.index] = true;
          return true;
        });
      });
    }
    inOrder(visible).slice(0, LIMIT).forEach(function (node, place) {
      // So near to no other circle that it could be its name; the first may cover an edge of one.
      if (!name(node, apart) && place < FIRST) name(node, null);
    });
    map.nodes.forEach(function (node) {
      if (isNamed[node.index] || !node.isShown) return;
      // Shown on hover and where it is chosen, over other names.
      var x = (node.x - box.x) * scale, y = (node.y - box.y) * scale, shape = shapes(node, isTight)[0], more = LINE * (shape.lines.length - 1);
      var places = candidates(node.r * scale, more), place = places.filter(function (one) { return isInside(boxOf(x, y, one, shape, more)); })[0] || places[0];
      write(node, shape.lines, node.x + place[0] / scale, node.y + place[1] / scale, place[2], LINE / scale, true);
    });
    map.changed('placed');
  };

  function write(node, text, x, y, anchor, line, isHidden) {
    var label = node.label, key = [x, y, anchor, line, text.length].join(' ');
    label.classList.toggle('unlabelled', !!isHidden);
    // Most stay as they are from one letter of a search to the next.
    if (node.written === key) return;
    node.written = key;
    label.setAttribute('x', x);
    label.setAttribute('y', y);
    label.setAttribute('text-anchor', anchor);
    while (label.firstChild) label.removeChild(label.firstChild);
    label.appendChild(document.createTextNode(text[0]));
    text.slice(1).forEach(function (words, index) {
      var below = document.createElementNS('http://www.w3.org/2000/svg', 'tspan');
      below.setAttribute('x', x);
      below.setAttribute('y', y + line * (index + 1));
      below.textContent = words;
      // What is read has a space where the line ends.
      label.appendChild(document.createTextNode(' '));
      label.appendChild(below);
    });
  }

  // After the picture rests.
  var timer;
  map.placeLabelsSoon = function () {
    clearTimeout(timer);
    timer = setTimeout(map.placeLabels, 250);
  };
  map.parts.push({ filtered: map.placeLabelsSoon });
})();
