// Which communities are shown: words and filters, the count, the number after each value.
(function () {
  'use strict';
  var map = window.folkmootMap;
  if (!map) return;
  var NAMES = ['government', 'role', 'topic', 'stage', 'membership', 'language', 'event', 'wants', 'offers'];
  var count = map.root.querySelector('.map-count');
  var none = map.root.querySelector('.map-none');
  map.names = NAMES;
  // What the reader asks for, by the names of the address; without a form, only the address says so.
  map.state = {};

  function has(node, name, value) {
    var own = node.facets[name];
    return Array.isArray(own) && own.indexOf(value) >= 0;
  }

  // {words, named: [[facet, values]]}: what a query names is a filter, as in the search; a government with all within it.
  function words() {
    var text = map.state.q || '', search = window.folkmootSearch;
    if (!map.known) return { words: map.fold(text).split(/\s+/).filter(Boolean), named: [] };
    var query = search.recognise(map.known, search.parse(text.trim(), window.folkmootIndex)), named = Object.create(null);
    query.filters.forEach(function (one) {
      var values = named[one.facet] || (named[one.facet] = []);
      values.push(one.id);
      if (one.facet === 'government') search.within(map.known, 'governments', one.id).forEach(function (id) { values.push(id); });
    });
    return {
      words: query.words.filter(function (word) { return !word.isNamed; }).map(function (word) { return word.word; }),
      named: Object.keys(named).map(function (facet) { return [facet, named[facet]]; })
    };
  }

  function matches(node, state, asked, except) {
    return NAMES.every(function (name) { return name === except || !state[name] || has(node, name, state[name]); })
      && asked.words.every(function (word) { return node.text.indexOf(word) >= 0; })
      && asked.named.every(function (named) { return named[1].some(function (value) { return has(node, named[0], value); }); });
  }

  // The number after each value is what choosing it would leave.
  function recount(asked) {
    map.fields.forEach(function (field) {
      if (NAMES.indexOf(field.name) < 0) return;
      var counts = Object.create(null);
      map.nodes.forEach(function (node) {
        if (!matches(node, map.state, asked, field.name)) return;
        (node.facets[field.name] || []).forEach(function (value) { counts[value] = (counts[value] || 0) + 1; });
      });
      if (field.type === 'checkbox') {
        field.parentNode.querySelector('.map-flag-count').textContent = '(' + (counts[field.value] || 0) + ')';
        return;
      }
      Array.prototype.forEach.call(field.options, function (option) {
        if (!option.value) return;
        var number = counts[option.value] || 0;
        option.textContent = option.getAttribute('data-text') + ' (' + number + ')';
        option.disabled = number === 0 && option.value !== map.state[field.name];
      });
    });
  }

  // The choice of layers is at the picture, and there without the form.
  var layers = map.form && map.figure.querySelector('input[name="suggestions"]');
  if (layers) layers.setAttribute('form', map.form.id);
  map.fields = map.form ? map.list(document, '#s\\.map-form input, #s\\.map-form select, [form="s.map-form"]').filter(function (field) { return field.name; }) : [];

  map.apply = function () {
    var asked = words(), shown = 0;
    if (map.state.q) map.withNames(map.apply);
    map.nodes.forEach(function (node) {
      node.isShown = matches(node, map.state, asked);
      if (node.isShown) shown += 1;
    });
    map.shown = shown;
    showRows(0);
    if (none) {
      // The box says it to those who see, the status to those who listen.
      none.hidden = shown > 0;
      count.classList.toggle('visually-hidden', shown === 0);
    }
    numbers(function () { recount(asked); });
    say(shown === 0 ? map.root.getAttribute('data-none') : map.root.getAttribute('data-shown').replace('{shown}', shown));
    map.changed('filtered');
  };

  // The first rows at once, many others after the browser has drawn these.
  var AT_ONCE = 100, rowTimer, numbers = map.waiting();
  function showRows(from) {
    clearTimeout(rowTimer);
    var left = AT_ONCE;
    for (var index = from; index < map.nodes.length; index++) {
      var node = map.nodes[index];
      if (!node.row || node.row.hidden !== node.isShown) continue;
      if (node.isShown && --left < 0) {
        rowTimer = setTimeout(showRows, 30, index);
        // What is shown no longer goes at once.
        for (; index < map.nodes.length; index++) if (!map.nodes[index].isShown) map.nodes[index].row.hidden = true;
        return;
      }
      node.row.hidden = !node.isShown;
    }
  }

  // A screen reader speaks when the typing rests, not at every key.
  var timer;
  function say(text) {
    clearTimeout(timer);
    timer = setTimeout(function () { count.textContent = text; }, count.textContent ? 250 : 0);
  }

  // Of a box, the address says what is not so at first.
  map.saidOf = function (box) { return box.checked === box.defaultChecked ? '' : box.checked ? box.value : 'no'; };
  map.isChecked = function (box) { var said = map.state[box.name]; return said ? said === box.value : box.defaultChecked; };

  map.readForm = function () {
    map.fields.forEach(function (field) {
      if (field.type === 'radio') {
        if (field.checked) map.state[field.name] = field.value;
      } else {
        map.state[field.name] = field.type === 'checkbox' ? map.saidOf(field) : field.value;
      }
    });
  };

  map.fillForm = function () {
    map.fields.forEach(function (field) {
      var value = map.state[field.name] || '';
      if (field.type === 'radio') field.checked = field.value === value;
      else if (field.type === 'checkbox') field.checked = map.isChecked(field);
      else field.value = value;
      // An address may name what is not there.
      if (field.tagName === 'SELECT' && field.value !== value) field.value = '';
    });
    var more = map.root.querySelector('.map-more');
    if (more && map.list(more, 'select, input').some(function (field) { return map.state[field.name]; })) more.open = true;
    map.readForm();
  };
})();
