// The view of coverage: governments against professions, of the communities that are shown.
(function () {
  'use strict';
  var map = window.folkmootMap;
  var place = map && map.root.querySelector('.map-coverage');
  if (!place || !map.form) return;

  function options(name) {
    var field = map.fields.filter(function (one) { return one.name === name; })[0];
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

  function render() {
    var view = map.state.view || '';
    place.hidden = view !== 'coverage';
    while (place.firstChild) place.removeChild(place.firstChild);
    if (view !== 'coverage') return;
    var name = options('role').length && !map.state.topic ? 'role' : 'topic', columns = options('government'), rows = options(name);
    var table = map.element('table', '', { 'class': 'coverage' }), head = map.element('tr'), body = map.element('tbody'), top = map.element('thead');
    head.appendChild(map.element('td'));
    columns.forEach(function (column) { head.appendChild(map.element('th', column.getAttribute('data-text'), { scope: 'col' })); });
    top.appendChild(head);
    table.appendChild(top);
    rows.forEach(function (row) {
      var line = map.element('tr');
      line.appendChild(map.element('th', row.getAttribute('data-text'), { scope: 'row' }));
      columns.forEach(function (column) {
        line.appendChild(cell(row, column, name, map.nodes.filter(function (node) {
          return node.isShown && (node.facets[name] || []).indexOf(row.value) >= 0 && (node.facets.government || []).indexOf(column.value) >= 0;
        }).length));
      });
      body.appendChild(line);
    });
    table.appendChild(body);
    var scroll = map.element('div', '', { 'class': 'table-scroll', tabindex: '0', role: 'region', 'aria-label': map.form.querySelector('label[for="s.view.coverage"]').textContent });
    scroll.appendChild(table);
    place.appendChild(scroll);
  }

  map.parts.push({ filtered: render });
})();
