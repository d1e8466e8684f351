// Suggestions below the field of the header: communities and terms at once, other pages when the index has been asked.
(function () {
  'use strict';
  var search = window.folkmootSearch, form = document.querySelector('.site-search');
  if (search.suggestions || !form || document.querySelector('[data-module="search"]')) return;
  search.suggestions = true;
  var field = form.querySelector('input[name="q"]'), MOST = 6, PAGES = 5, PAUSE = 60;
  var away = form.getAttribute('data-root'), box = document.createElement('div'), status = document.createElement('p');
  var options = [], order = [], active = -1, now = 0, names = null, isOpen = false;
  search.folder = form.getAttribute('data-folder');
  box.id = 's.suggestions';
  box.className = 'search-box';
  box.setAttribute('role', 'listbox');
  box.setAttribute('aria-label', form.getAttribute('data-label'));
  box.hidden = true;
  status.className = 'visually-hidden';
  status.setAttribute('role', 'status');
  form.appendChild(box);
  form.appendChild(status);
  field.setAttribute('role', 'combobox');
  field.setAttribute('aria-autocomplete', 'list');
  field.setAttribute('aria-expanded', 'false');
  field.setAttribute('aria-controls', box.id);

  function start() {
    if (!names) {
      names = search.script(form.getAttribute('data-names')).then(function () {
        window.folkmootNames.forEach(function (row) { if (order.indexOf(row[2]) < 0) order.push(row[2]); });
        return window.folkmootNames.map(function (row) { return { title: row[0], url: row[1], kind: row[2], terms: search.terms(row[0] + ' ' + row[3]), own: search.terms(row[0]) }; });
      });
      names.catch(function () { names = null; });
    }
    return names;
  }

  // Every word begins a word of the name; names that begin with the first word come first.
  function named(list, words) {
    return list.map(function (one) {
      var isFound = words.every(function (word) { return one.terms.some(function (term) { return term.indexOf(word.term) === 0 || (word.isLast && term.length > 2 && word.term.indexOf(term) === 0); }); });
      return isFound ? { one: one, worth: (one.own[0] || '').indexOf(words[0].term) === 0 ? 2 : one.own.some(function (term) { return term.indexOf(words[0].term) === 0; }) ? 1 : 0 } : null;
    }).filter(Boolean).sort(function (a, b) { return b.worth - a.worth; }).slice(0, MOST).map(function (found) { return found.one; });
  }

  function suggest() {
    var mine = ++now, query = search.parse(field.value.trim());
    if (!query.words.length) return close();
    start().then(function (list) {
      if (mine !== now) return;
      var found = named(list, query.words);
      show(found);
      return search.find(window.folkmootIndex, query).then(function (result) {
        var pages = search.best(result, result.pages.filter(function (page) { return result.hits[page] === result.known; }), PAGES + found.length);
        return Promise.all(pages.map(function (page) { return search.row(window.folkmootIndex, page); }));
      }).then(function (rows) {
        if (mine !== now) return;
        var known = found.map(function (one) { return one.url; });
        show(found.concat(rows.filter(function (row) { return known.indexOf(row[1]) < 0; }).slice(0, PAGES).map(function (row) { return { title: row[0], url: row[1], kind: row[2], place: row[3] }; })));
      });
    }).catch(function () { /* Enter still leads to the results */ });
  }

  // By kind, communities and terms first, in the order in which the index has them.
  function show(found) {
    box.textContent = '';
    options = [];
    active = -1;
    field.removeAttribute('aria-activedescendant');
    var kinds = order.slice();
    found.forEach(function (one) { if (kinds.indexOf(one.kind) < 0) kinds.push(one.kind); });
    kinds.forEach(function (kind, number) {
      if (!found.some(function (one) { return one.kind === kind; })) return;
      var group = document.createElement('div'), heading = document.createElement('div');
      group.setAttribute('role', 'group');
      heading.id = 's.suggestions-' + number;
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
    made.id = 's.option-' + options.length;
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

  var timer;
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
      // Before the first and behind the last is the field itself.
      var step = event.key === 'ArrowDown' ? 1 : -1, places = options.length + 1;
      choose((active + 1 + step + places) % places - 1);
    } else if (event.key === 'Enter' && isOpen && options[active]) {
      event.preventDefault();
      location.href = options[active].url;
    }
  });
  if (document.activeElement === field && field.value.trim()) suggest();
})();
