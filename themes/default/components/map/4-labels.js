// Names beside circles, as many as find room at the scale that is shown; the most important first. The same way as when the
// page was made (LabelPlacement).
(function () {
  'use strict';
  var map = window.folkmootMap;
  if (!map) return;
  var SIZE = 13, LINE = 15, WIDTH = 150, CELL = 64, LIMIT = 400;
  var pen = document.createElement('canvas').getContext('2d');
  var widths = {};
  var clusters = map.list(map.svg, '.cluster-names text');

  function width(text) {
    if (!pen) return text.length * 7.4;
    if (!(text in widths)) {
      pen.font = '600 ' + SIZE + 'px ' + getComputedStyle(document.body).fontFamily;
      widths[text] = pen.measureText(text).width;
    }
    return widths[text];
  }

  function lines(node) {
    if (node.lines) return node.lines;
    var words = node.name.split(' '), found = [''];
    words.forEach(function (word) {
      var line = found[found.length - 1], longer = line ? line + ' ' + word : word;
      if (!line || width(longer) <= WIDTH) found[found.length - 1] = longer; else found.push(word);
    });
    if (found.length > 2) found = [found[0], found[1] + '…'];
    node.lines = found;
    node.wide = Math.max.apply(null, found.map(width)) + 4;
    return found;
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

  // In pixels of the screen, from the middle of the circle.
  function candidates(r, more) {
    var middle = 4.5 - more / 2, slope = (r + 4) * 0.7;
    return [
      [0, r + 14, 'middle'], [0, -r - 5 - more, 'middle'], [r + 4, middle, 'start'], [-r - 4, middle, 'end'],
      [slope, slope + 10, 'start'], [-slope, slope + 10, 'end'], [slope, -slope - more, 'start'], [-slope, -slope - more, 'end']
    ];
  }

  map.placeLabels = function () {
    var box = map.box, scale = map.svg.getBoundingClientRect().width / box.w;
    if (!scale) return;
    map.figure.classList.add('is-placed');
    map.svg.style.setProperty('--unit', String(1 / scale));
    var visible = map.nodes.filter(function (node) {
      return node.isShown && node.x > box.x - 20 && node.x < box.x + box.w + 20 && node.y > box.y - 20 && node.y < box.y + box.h + 20;
    });
    var grid = new Grid(), right = box.w * scale, bottom = box.h * scale;
    visible.forEach(function (node) {
      var x = (node.x - box.x) * scale, y = (node.y - box.y) * scale, r = node.r * scale;
      grid.add({ l: x - r, r: x + r, t: y - r, b: y + r, node: node });
    });
    var isNamed = [];
    visible.sort(function (a, b) { return b.r - a.r || b.near.length - a.near.length || a.index - b.index; }).slice(0, LIMIT).forEach(function (node) {
      var text = lines(node), more = LINE * (text.length - 1), x = (node.x - box.x) * scale, y = (node.y - box.y) * scale;
      candidates(node.r * scale, more).some(function (place) {
        var left = x + place[0] - (place[2] === 'middle' ? node.wide / 2 : place[2] === 'end' ? node.wide : 0), top = y + place[1] - 12;
        var own = { l: left - 2, r: left + node.wide + 2, t: top - 1, b: top + 17 + more, node: node };
        if (own.l < 2 || own.r > right - 2 || own.t < 2 || own.b > bottom - 2 || grid.meets(own, node)) return false;
        grid.add({ l: own.l, r: own.r, t: own.t, b: own.b });
        write(node, text, node.x + place[0] / scale, node.y + place[1] / scale, place[2], LINE / scale);
        isNamed[node.index] = true;
        return true;
      });
    });
    // What a cluster is about gives way to names.
    clusters.forEach(function (text) {
      var x = (+text.getAttribute('x') - box.x) * scale, y = (+text.getAttribute('y') - box.y) * scale, half = width(text.textContent) * 0.65 + 4;
      var own = { l: x - half, r: x + half, t: y - 15, b: y + 5 };
      var isFree = !grid.meets(own, null) && map.shown === map.nodes.length;
      text.style.display = isFree ? '' : 'none';
      if (isFree) grid.add(own);
    });
    map.nodes.forEach(function (node) {
      if (isNamed[node.index] || !node.isShown) return;
      // Shown on hover and focus.
      write(node, lines(node), node.x, node.y + node.r + 14 / scale, 'middle', LINE / scale);
      node.label.classList.add('unlabelled');
    });
  };

  function write(node, text, x, y, anchor, line) {
    var label = node.label;
    label.classList.remove('unlabelled');
    label.setAttribute('x', x);
    label.setAttribute('y', y);
    label.setAttribute('text-anchor', anchor);
    while (label.firstChild) label.removeChild(label.firstChild);
    label.appendChild(document.createTextNode(text[0]));
    if (text.length < 2) return;
    var second = document.createElementNS('http://www.w3.org/2000/svg', 'tspan');
    second.setAttribute('x', x);
    second.setAttribute('y', y + line);
    second.textContent = text[1];
    label.appendChild(second);
  }

  // After the picture rests.
  var timer;
  map.placeLabelsSoon = function () {
    clearTimeout(timer);
    timer = setTimeout(map.placeLabels, 150);
  };
  map.parts.push({ filtered: map.placeLabelsSoon });
})();
