// A link to this view, the code for another site, and files of what is shown.
(function () {
  'use strict';
  var map = window.folkmootMap;
  if (!map) return;
  // In a frame: the way to the whole map keeps the filters.
  map.list(map.root, '[data-whole]').forEach(function (link) {
    var plain = link.getAttribute('href');
    map.parts.push({ filtered: function () { link.setAttribute('href', plain + map.query()); } });
  });
  var share = map.root.querySelector('.map-share');
  if (!share) return;
  var link = share.querySelector('input'), code = share.querySelector('textarea'), said = share.querySelector('[role="status"]');

  function escaped(text) { return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;'); }
  function absolute(address) { return new URL(address, location.href).href; }

  function fill() {
    link.value = location.href.split(/[?#]/)[0] + map.query();
    var address = absolute(code.getAttribute('data-embed')) + map.query();
    code.value = '<iframe src="' + escaped(address) + '" title="' + escaped(code.getAttribute('data-title')) + '" width="100%" height="600" loading="lazy"></iframe>';
  }

  map.list(share, '[data-copy-from]').forEach(function (button) {
    button.addEventListener('click', function () {
      var field = document.getElementById(button.getAttribute('data-copy-from'));
      field.focus();
      field.select();
      function tell(isDone) { said.textContent = said.getAttribute(isDone ? 'data-said' : 'data-failed'); }
      function old() { try { tell(document.execCommand('copy')); } catch (error) { tell(false); } }
      if (navigator.clipboard && navigator.clipboard.writeText) navigator.clipboard.writeText(field.value).then(function () { tell(true); }, old); else old();
    });
  });

  function shown() { return map.nodes.filter(function (node) { return node.isShown; }); }
  function address(node) { return absolute(node.row.querySelector('th a').getAttribute('href')); }
  function summary(node) { var text = node.row.querySelector('th p'); return text ? text.textContent : ''; }

  // RFC 4180; a cell that a spreadsheet would take for a formula is marked as text.
  function csv() {
    var columns = ['id', 'name', 'url', 'summary', 'government', 'roles', 'topics', 'stage', 'membership', 'members'];
    var rows = shown().map(function (node) {
      var facets = node.facets;
      return [facets.id, node.name, address(node), summary(node)].concat([facets.government, facets.role, facets.topic, facets.stage, facets.membership].map(function (values) { return (values || []).join('; '); }), facets.members === undefined ? '' : String(facets.members));
    });
    return '\ufeff' + [columns].concat(rows).map(function (row) {
      return row.map(function (cell) {
        if (/^['=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(cell)) cell = "'" + cell;
        return /[",\r\n;\t]/.test(cell) ? '"' + cell.replace(/"/g, '""') + '"' : cell;
      }).join(',') + '\r\n';
    }).join('');
  }

  function json() {
    var all = shown(), known = {};
    all.forEach(function (node) { known[node.index] = true; });
    function pairs(list) { return list.filter(function (pair) { return known[pair[0]] && known[pair[1]]; }).map(function (pair) { return { from: map.nodes[pair[0]].facets.id, to: map.nodes[pair[1]].facets.id }; }); }
    return JSON.stringify({
      nodes: all.map(function (node) {
        var facets = node.facets;
        return { id: facets.id, name: node.name, url: address(node), x: node.places.network[0], y: node.places.network[1], r: node.r, government: facets.government || [], roles: facets.role || [], topics: facets.topic || [], stage: (facets.stage || [])[0], members: facets.members };
      }),
      edges: pairs(window.folkmootNetwork.edges), suggestions: pairs(window.folkmootNetwork.suggestions)
    }, null, 1);
  }

  // A mixed colour, in the form that every program reads.
  function plain(all, parts) { return 'rgb(' + parts.trim().split(' ').map(function (part) { return Math.round(part * 255); }).join(', ') + ')'; }

  // With the styles that the page's sheet gives, which a file by itself has not.
  function svg() {
    var copy = map.svg.cloneNode(true), from = map.list(map.svg, '*'), to = map.list(copy, '*');
    var kept = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin', 'font-size', 'font-weight', 'font-family', 'text-anchor', 'paint-order'];
    from.forEach(function (element, index) {
      var style = getComputedStyle(element);
      if (style.display === 'none' || style.visibility === 'hidden') { to[index].setAttribute('display', 'none'); return; }
      if (element.tagName === 'g' || element.tagName === 'a') return;
      kept.forEach(function (name) { to[index].setAttribute(name, style.getPropertyValue(name).replace(/color\(srgb ([^)/]*)\)/, plain)); });
    });
    map.list(copy, 'a').forEach(function (element) { element.setAttribute('href', absolute(element.getAttribute('href'))); });
    map.list(copy, '[display="none"]').forEach(function (element) { if (element.parentNode) element.parentNode.removeChild(element); });
    copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
    copy.setAttribute('width', '1600');
    var ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
    ground.setAttribute('width', '100%');
    ground.setAttribute('height', '100%');
    ground.setAttribute('fill', getComputedStyle(map.svg).backgroundColor);
    copy.insertBefore(ground, copy.firstChild);
    copy.removeAttribute('style');
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + new XMLSerializer().serializeToString(copy);
  }

  var KINDS = { csv: ['text/csv', csv, 'communities.csv'], json: ['application/json', json, 'network.json'], svg: ['image/svg+xml', svg, 'map.svg'] };
  map.list(share, '[data-download]').forEach(function (anchor) {
    var kind = anchor.getAttribute('data-download');
    anchor.hidden = false;
    anchor.addEventListener('click', function (event) {
      // All of them is the file that the site has, with more columns.
      if (map.shown === map.nodes.length && kind !== 'svg') return;
      event.preventDefault();
      var parts = KINDS[kind], file = map.element('a', '', { href: URL.createObjectURL(new Blob([parts[1]()], { type: parts[0] })), download: parts[2] });
      document.body.appendChild(file);
      file.click();
      document.body.removeChild(file);
      setTimeout(function () { URL.revokeObjectURL(file.href); }, 10000);
    });
  });

  map.list(share, '[hidden]').forEach(function (element) { element.hidden = false; });
  map.parts.push({ filtered: fill, addressed: fill, restored: fill });
})();
