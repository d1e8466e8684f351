// The view of coverage: governments against professions, of the communities that are shown.
(function () {
  'use strict';
  var map = window.folkmootMap;
  var place = map && map.root.querySelector('.map-coverage');
  if (!place || !map.form) return;

  function fieldOf(name) { return map.fields.filter(function (one) { return one.name === name; })[0]; }

  function options(name) {
    var field = fieldOf(name);
    return field ? Array.prototype.filter.call(field.options, function (option) { return option.value && (!map.state[name] || map.state[name] === option.value); }) : [];
  }

  function cell(row, column, name, count) {
    var box = map.element('td', '', { 'class': 'depth-' + Math.min(count, 4) });
    var label = [count || map.root.getAttribute('data-empty'), row.getAttribute('data-text'), column.getAttribute('data-text')].join(', ');
    var link = map.element('a', count ? String(count) : '–', { href: row.getAttribute('data-url') + '#s.g.' + column.value, 'aria-label': label });
    if (count) {
      link.addEventListener('click', function (event) {
        event.preventDefault();
        map.state[name] = row.value;
        map.state.government = column.value;
        map.state.view = '';
        map.fillForm();
        map.apply();
        map.remember('choice');
      });
    }
    box.appendChild(link);
    return box;
  }

  function head(option, scope) {
    var url = option.getAttribute('data-url'), text = option.getAttribute('data-text'), inner = url ? map.element('a', text, { href: url }) : map.element('span', text);
    ['lang', 'dir'].forEach(function (name) { if (option.hasAttribute(name)) inner.setAttribute(name, option.getAttribute(name)); });
    var box = map.element('th', '', { scope: scope });
    box.appendChild(inner);
    return box;
  }

  function render() {
    var view = map.state.view || '';
    place.hidden = view !== 'coverage';
    while (place.firstChild) place.removeChild(place.firstChild);
    if (view !== 'coverage') return;
    var name = options('role').length && !map.state.topic ? 'role' : 'topic', columns = options('government'), rows = options(name);
    if (!rows.length || !columns.length) {
      place.appendChild(map.element('p', map.root.getAttribute('data-no-coverage'), { 'class': 'notice' }));
      return;
    }
    var table = map.element('table', '', { 'class': 'coverage' }), first = map.element('tr'), body = map.element('tbody'), top = map.element('thead');
    first.appendChild(map.element('th', fieldOf(name).labels[0].textContent, { scope: 'col' }));
    columns.forEach(function (column) { first.appendChild(head(column, 'col')); });
    top.appendChild(first);
    table.appendChild(top);
    rows.forEach(function (row) {
      var line = map.element('tr');
      line.appendChild(head(row, 'row'));
      columns.forEach(function (column) {
        line.appendChild(cell(row, column, name, map.nodes.filter(function (node) {
          return node.isShown && (node.facets[name] || []).indexOf(row.value) >= 0 && (node.facets.government || []).indexOf(column.value) >= 0;
        }).length));
      });
      body.appendChild(line);
    });
    table.appendChild(body);
    var scroll = map.element('div', '', { 'class': 'table-wide', tabindex: '0', role: 'region', 'aria-label': map.form.querySelector('label[for="s.view.coverage"]').textContent });
    scroll.appendChild(table);
    place.appendChild(scroll);
  }

  map.parts.push({ filtered: render });
})();
