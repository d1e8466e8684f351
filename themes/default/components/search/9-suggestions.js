// Suggestions below the field of the header, and of the home page: what is named and names that begin so at once, other pages when the
// index has answered.
(function () {
  'use strict';
  var search = window.folkmootSearch, form = document.querySelector('.site-search');
  if (search.suggestions || !form || document.querySelector('[data-module="search"]')) return;
  search.suggestions = true;
  var MOST = 6, PAGES = 5, PAUSE = 60, boxes = 0;
  var away = form.getAttribute('data-root'), order = [];
  search.folder = form.getAttribute('data-folder');

  function start() {
    return search.names(form.getAttribute('data-names')).then(function (names) {
      if (order.length) return names;
      names.list.forEach(function (one) {
        if (order.indexOf(one.kind) < 0) order.push(one.kind);
        one.terms = search.terms(one.title + ' ' + one.others.join(' '));
        one.own = search.terms(one.title);
      });
      return names;
    });
  }

  // Every word begins a word of the name; names that begin with the whole text or with its first word come first, and of these what
  // communities are for.
  function named(list, words, text) {
    return list.map(function (one) {
      var isFound = words.every(function (word) { return one.terms.some(function (term) { return term.indexOf(word.term) === 0 || (word.isLast && term.length > 2 && word.term.indexOf(term) === 0); }); });
      var begins = window.folkmootFold(one.title).indexOf(text) === 0 ? 2 : 0, term = one.facet ? 0.5 : 0;
      return isFound ? { one: one, worth: begins + term + ((one.own[0] || '').indexOf(words[0].term) === 0 ? 2 : one.own.some(function (term) { return term.indexOf(words[0].term) === 0; }) ? 1 : 0) } : null;
    }).filter(Boolean).sort(function (a, b) { return b.worth - a.worth; }).slice(0, MOST).map(function (found) { return found.one; });
  }

  // What answers a text, as it becomes known, as lists of {title, url, kind, place}.
  function ask(text, tell) {
    return start().then(function (names) {
      var query = search.recognise(names, search.parse(text, window.folkmootIndex));
      if (!query.words.length) return tell(null);
      var found = query.filters.slice();
      named(names.list, query.words, window.folkmootFold(query.text)).forEach(function (one) { if (found.indexOf(one) < 0) found.push(one); });
      tell(found);
      return search.answer(window.folkmootIndex, names, query).then(function (answer) {
        var standing = search.standing(window.folkmootIndex);
        var pages = search.best(answer, answer.pages.filter(function (page) {
          return answer.hits[page] === answer.known && !(answer.none && standing[page] === search.EXAMPLE);
        }), PAGES + found.length);
        return Promise.all(pages.map(function (page) { return search.row(window.folkmootIndex, page); })).then(function (rows) {
          var known = found.map(function (one) { return one.url; }), near = nearest(answer.none || [], query.filters);
          near.forEach(function (one) { known.push(one.url); });
          tell(found.concat(near, rows.filter(function (row) { return known.indexOf(row[1]) < 0; }).slice(0, PAGES).map(function (row) { return { title: row[0], url: row[1], kind: row[2], place: row[3] }; })));
        });
      });
    });
  }

  // That no community has all that is named is said above those that come nearest.
  function nearest(none, filters) {
    var words = window.folkmootIndex.words, kind = search.noCommunity(words, filters).join('') + ' ' + words.nearest;
    return none.map(function (near) { return { title: near.one.title, url: near.one.url, place: search.why(words, near), kind: kind }; });
  }

  // One field with its box.
  function attach(field) {
    var box = document.createElement('div'), status = document.createElement('p'), number = boxes++, name = number ? 's.suggestions' + number : 's.suggestions';
    var options = [], active = -1, now = 0, isOpen = false, timer;
    box.id = name;
    box.className = 'search-box';
    box.setAttribute('role', 'listbox');
    box.setAttribute('aria-label', form.getAttribute('data-label'));
    box.hidden = true;
    status.className = 'visually-hidden';
    status.setAttribute('role', 'status');
    field.parentNode.appendChild(box);
    field.parentNode.appendChild(status);
    field.setAttribute('role', 'combobox');
    field.setAttribute('aria-autocomplete', 'list');
    field.setAttribute('aria-expanded', 'false');
    field.setAttribute('aria-controls', box.id);

    function suggest() {
      var mine = ++now, text = field.value.trim();
      if (!text) return close();
      ask(text, function (found) { if (mine !== now) return; if (found) show(found); else close(); }).catch(function () { /* Enter still leads to the results */ });
    }

    // By kind, communities and terms first, in the order in which the index has them.
    function show(found) {
      box.textContent = '';
      options = [];
      active = -1;
      field.removeAttribute('aria-activedescendant');
      var kinds = order.slice();
      found.forEach(function (one) { if (kinds.indexOf(one.kind) < 0) kinds.push(one.kind); });
      kinds.forEach(function (kind, place) {
        if (!found.some(function (one) { return one.kind === kind; })) return;
        var group = document.createElement('div'), heading = document.createElement('div');
        group.setAttribute('role', 'group');
        heading.id = name + '-' + place;
        heading.className = 'search-box-kind';
        heading.textContent = kind;
        group.setAttribute('aria-labelledby', heading.id);
        group.appendChild(heading);
        found.forEach(function (one) { if (one.kind === kind) group.appendChild(option(one.title, one.place, search.address(away + one.url))); });
        box.appendChild(group);
      });
      box.appendChild(option(form.getAttribute('data-all').replace('{q}', function () { return field.value.trim(); }), '', form.action + '?q=' + encodeURIComponent(field.value.trim())));
      box.hidden = false;
      isOpen = true;
      field.setAttribute('aria-expanded', 'true');
      status.textContent = form.getAttribute('data-count').replace('{n}', options.length);
    }

    function option(text, place, url) {
      var made = document.createElement('div');
      made.setAttribute('role', 'option');
      made.setAttribute('aria-selected', 'false');
      made.id = name + '-option-' + options.length;
      made.className = 'search-box-option';
      made.textContent = text;
      if (place) {
        var small = document.createElement('span');
        small.textContent = place;
        made.appendChild(document.createTextNode(' '));
        made.appendChild(small);
      }
      // Before the field loses the focus.
      made.addEventListener('mousedown', function (event) { event.preventDefault(); });
      made.addEventListener('click', function (event) { if (event.ctrlKey || event.metaKey) window.open(url); else location.href = url; });
      made.addEventListener('auxclick', function (event) { if (event.button === 1) window.open(url); });
      options.push({ element: made, url: url });
      return made;
    }

    function close() {
      now += 1;
      isOpen = false;
      box.hidden = true;
      active = -1;
      field.setAttribute('aria-expanded', 'false');
      field.removeAttribute('aria-activedescendant');
      status.textContent = '';
    }

    function choose(next) {
      if (options[active]) options[active].element.setAttribute('aria-selected', 'false');
      active = next;
      if (!options[active]) return field.removeAttribute('aria-activedescendant');
      options[active].element.setAttribute('aria-selected', 'true');
      field.setAttribute('aria-activedescendant', options[active].element.id);
      options[active].element.scrollIntoView({ block: 'nearest' });
    }

    field.addEventListener('input', function () {
      // What was chosen belongs to other words.
      choose(-1);
      clearTimeout(timer);
      timer = setTimeout(suggest, PAUSE);
    });
    field.addEventListener('blur', close);
    field.addEventListener('keydown', function (event) {
      // The keys of somebody who is choosing characters are not ours.
      if (event.isComposing) return;
      if (event.key === 'Escape' && isOpen) {
        event.preventDefault();
        close();
      } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        if (!isOpen) return suggest();
        // Before the first and after the last is the field itself.
        var step = event.key === 'ArrowDown' ? 1 : -1, places = options.length + 1;
        choose((active + 1 + step + places) % places - 1);
      } else if (event.key === 'Enter' && isOpen && options[active]) {
        event.preventDefault();
        location.href = options[active].url;
      }
    });
    if (document.activeElement === field && field.value.trim()) suggest();
  }

  [form, document.querySelector('.hero-search')].forEach(function (one) { if (one) attach(one.querySelector('input[name="q"]')); });
})();
