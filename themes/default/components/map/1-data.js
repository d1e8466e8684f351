// The map works in parts that share one object: data, filters, address, labels, picture, panel, coverage, sharing. This file
// loads the network and ties its communities to the circles and rows of the page.
(function () {
  'use strict';
  var root = document.querySelector('[data-module="map"]');
  if (!root) return;
  var map = window.folkmootMap = { root: root, svg: root.querySelector('figure.map > svg'), form: root.querySelector('.map-form'), parts: [] };
  map.figure = map.svg.parentNode;

  map.list = function (within, selector) { return Array.prototype.slice.call(within.querySelectorAll(selector)); };

  map.element = function (name, text, attributes) {
    var element = document.createElement(name);
    if (text) element.textContent = text;
    Object.keys(attributes || {}).forEach(function (key) { element.setAttribute(key, attributes[key]); });
    return element;
  };

  map.fold = window.folkmootFold;

  function byCommunity(selector) {
    // Without the names that every object has: `constructor` is an id like any other.
    var found = Object.create(null);
    map.list(root, selector).forEach(function (element) { found[element.getAttribute('data-community')] = element; });
    return found;
  }

  // From a disk nothing but a script can be loaded.
  map.load = function (done) {
    window.folkmootScript(root.getAttribute('data-network'), function () { tie(window.folkmootNetwork); done(); });
  };

  // Other names of communities, and of what they are for, are in the small file of the search, which is loaded when somebody
  // looks for words; with the search itself where the page has one, so that words mean the same in both.
  var FOLDERS = { government: 'governments', role: 'roles', topic: 'topics' }, names;

  map.withNames = function (done) {
    if (names || !root.hasAttribute('data-names')) return;
    names = Object.create(null);
    var address = root.getAttribute('data-names');
    // A map in a frame has no field of the search, and its words mean the same.
    var withSearch = window.folkmootWithSearch || (root.hasAttribute('data-search') && function (then) { window.folkmootScript(root.getAttribute('data-search'), then); });
    if (!withSearch) return window.folkmootScript(address, take);
    withSearch(function () {
      window.folkmootSearch.names(address).then(function (all) {
        map.known = all;
        take();
      });
    });

    function take() {
      window.folkmootNames.forEach(function (row) {
        names[row[1].split('/').slice(-3, -1).join('/')] = ' ' + map.fold(row[0] + ' ' + row[3]);
      });
      map.nodes.forEach(function (node) { node.text += named(node.facets); });
      done();
    }
  };

  function named(facets) {
    var found = names['communities/' + facets.id] || '';
    Object.keys(FOLDERS).forEach(function (name) {
      (facets[name] || []).forEach(function (value) { found += names[FOLDERS[name] + '/' + value] || ''; });
    });
    return found;
  }

  function tie(network) {
    var links = byCommunity('svg [data-community]'), rows = byCommunity('tr[data-community]');
    map.nodes = network.nodes.map(function (facets, index) {
      var link = links[facets.id], row = rows[facets.id], circle = link.querySelector('circle');
      var heading = row && row.querySelector('th a');
      var name = heading ? heading.textContent : link.getAttribute('data-name');
      return {
        index: index, facets: facets, link: link, row: row, circle: circle, label: link.querySelector('.wide'), name: name,
        places: { network: [+circle.getAttribute('cx'), +circle.getAttribute('cy')], government: pair(link.getAttribute('data-region')) },
        x: +circle.getAttribute('cx'), y: +circle.getAttribute('cy'), r: +circle.getAttribute('r'),
        text: map.fold(row ? wordsOf(row) : link.getAttribute('data-find') || name),
        near: [], alike: [], isShown: true
      };
    });
    map.byID = Object.create(null);
    map.nodes.forEach(function (node) { map.byID[node.facets.id] = node; });
    network.edges.forEach(function (edge) {
      map.nodes[edge[0]].near.push({ node: edge[1], isStated: edge[2] === 1 });
      map.nodes[edge[1]].near.push({ node: edge[0], isStated: edge[2] === 1 });
    });
    network.suggestions.forEach(function (pair) {
      map.nodes[pair[0]].alike.push(pair[1]);
      map.nodes[pair[1]].alike.push(pair[0]);
    });
  }

  function pair(text) { return text ? text.split(' ').map(Number) : null; }

  // A community is not found by the names of others that it is connected with, in the last cell.
  function wordsOf(row) {
    var cells = map.list(row, 'th, td:not(.connected)').map(function (cell) { return cell.textContent; });
    return cells.concat(row.getAttribute('data-find') || '').join(' ');
  }

  // Work that can wait, in a map of many, until the typing rests; the newest takes the place of what waits.
  var MANY = 500, REST = 200;
  map.waiting = function () {
    var timer;
    return function (work) {
      clearTimeout(timer);
      if (map.nodes.length > MANY) timer = setTimeout(work, REST); else work();
    };
  };

  // Calls every part that has something to do when the set of communities, or the one that is looked at, has changed.
  map.changed = function (what) {
    map.parts.forEach(function (part) { if (part[what]) part[what](); });
  };
})();
