// The page of results: the address says what is asked for, the field above is where it is typed.
(function () {
  'use strict';
  var search = window.folkmootSearch, root = document.querySelector('[data-module="search"]');
  if (!root || search.results) return;
  search.results = true;
  var FACETS = ['kind', 'government', 'role', 'topic'], AT_ONCE = 10, REQUESTS_AT_ONCE = 6, PHRASE_PAGES = 40, PAUSE = 80;
  var index = JSON.parse(root.getAttribute('data-index'));
  var form = document.querySelector('.site-search'), field = form.querySelector('input[name="q"]');
  var list = root.querySelector('.search-list'), status = root.querySelector('.search-status'), note = root.querySelector('.search-note');
  var none = root.querySelector('.search-none'), more = root.querySelector('.search-more'), facets = root.querySelector('.search-facets');
  var state = {}, now = 0, current = null, shown = 0, facetData = null, title = document.title;
  search.folder = form.getAttribute('data-folder');
  var away = form.getAttribute('data-root');

  function say(name, values) {
    return root.getAttribute('data-' + name).replace(/\{(\w+)\}/g, function (whole, key) { return values && values[key] !== undefined ? values[key] : whole; });
  }

  function element(name, className, text) {
    var made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  // MARK: The address

  function readAddress() {
    var asked = new URLSearchParams(location.search);
    state = {};
    ['q'].concat(FACETS).forEach(function (name) { if (asked.get(name)) state[name] = asked.get(name).slice(0, 300); });
    if (field.value !== (state.q || '')) field.value = state.q || '';
  }

  function writeAddress(isNew) {
    var query = new URLSearchParams();
    Object.keys(state).forEach(function (key) { if (state[key]) query.set(key, state[key]); });
    var address = location.pathname + (query.toString() ? '?' + query : '');
    try { history[isNew ? 'pushState' : 'replaceState'](null, '', address); } catch (error) { /* some browsers refuse this from a disk */ }
  }

  // MARK: Running

  function run() {
    var before = search.loads, mine = ++now, query = search.parse((state.q || '').trim());
    root.setAttribute('data-search-state', 'busy');
    document.title = state.q ? state.q + ' – ' + title : title;
    if (!query.words.length) {
      current = null;
      show([], '');
      none.hidden = !state.q;
      none.querySelector('.search-none-text').textContent = say('none', { q: state.q });
      finish(mine);
      return;
    }
    var wanted = facetNames().length ? loadFacets().then(dropUnknown) : Promise.resolve();
    Promise.all([search.find(index, query), wanted]).then(function (both) {
      return phrases(both[0]);
    }).then(function (found) {
      if (mine !== now) return;
      found.kept = narrowed(found, null);
      found.total = found.kept.filter(function (page) { return found.hits[page] === found.known; }).length;
      found.order = search.best(found, found.kept, AT_ONCE);
      // Titles of the first results from few files, so that something stands soon; the others follow.
      var files = [], count = 0, room = Math.max(1, REQUESTS_AT_ONCE - (search.loads - before));
      found.order.some(function (page) {
        var file = search.fileOf(index.pages, page);
        if (files.indexOf(file) < 0 && !search.isLoaded(file)) {
          if (files.length === room) return true;
          files.push(file);
        }
        count += 1;
      });
      return rows(found.order.slice(0, count)).then(function (rows) {
        if (mine !== now) return;
        current = found;
        show(rows, summary(found), found);
        finish(mine);
      });
    }).catch(function () {
      if (mine !== now) return;
      show([], say('failed'));
      finish(mine);
    });
  }

  function finish(mine) {
    if (!current) facets.hidden = true;
    else if (facetData) showFacets();
    else loadFacets().then(function () { if (mine === now) showFacets(); }, function () { /* results stand without them */ });
    root.setAttribute('data-search-state', 'ready');
    restore();
    watch();
  }

  function rows(pages) {
    return Promise.all(pages.map(function (page) {
      return search.row(index, page).then(function (row) { return { page: page, row: row }; });
    }));
  }

  // What is in quotation marks has to stand like that: the texts of the best pages are read for it.
  function phrases(found) {
    var asked = found.query.phrases;
    if (!asked.length) return found;
    var pages = search.best(found, found.pages.filter(function (page) { return found.hits[page] === found.known; }), PHRASE_PAGES);
    return Promise.all(pages.map(function (page) {
      return Promise.all([search.text(index, page), search.row(index, page)]).then(function (both) {
        var texts = both[0].map(function (section) { return search.terms(section[2]); }).concat(both[0].map(function (section) { return search.terms(section[1]); }), [search.terms(both[1][0])]);
        return asked.every(function (phrase) { return texts.some(function (terms) { return search.holds(terms, phrase); }); });
      });
    })).then(function (holds) {
      var kept = pages.filter(function (_, at) { return holds[at]; });
      if (kept.length) {
        found.pages = kept;
        found.all = kept.length;
      } else {
        found.lacksPhrase = true;
      }
      return found;
    });
  }

  function summary(found) {
    if (!found.kept.length) return '';
    return found.total ? say('found', { n: found.total }) : say('some', { n: found.kept.length });
  }

  // MARK: Showing

  function show(rows, text, found) {
    list.textContent = '';
    shown = 0;
    add(rows);
    status.textContent = text;
    var words = found ? found.query.words : [], corrected = words.filter(function (word) { return word.meant; });
    note.textContent = '';
    if (found && found.lacksPhrase) note.textContent = say('phrase');
    else if (corrected.length && rows.length) addCorrection(rows, found, corrected);
    else if (rows.length) addUnknown(words);
    note.hidden = !note.textContent;
    none.hidden = !found || rows.length > 0;
    if (!none.hidden) none.querySelector('.search-none-text').textContent = say('none', { q: state.q });
    setMore();
  }

  // What no page has is not looked for any more; whoever asked for it should know.
  function addUnknown(words) {
    var unknown = words.filter(function (word) { return word.variants && !word.variants.length; }).map(function (word) { return word.word; });
    if (unknown.length) note.textContent = say('unknown', { q: unknown.join(', ') });
  }

  // A stem is no word: the corrected word is taken from a title or text that has it, once one is there.
  function addCorrection(rows, found, corrected) {
    var isMeant = Object.create(null);
    corrected.forEach(function (word) { word.variants.forEach(function (term) { isMeant[term] = true; }); });
    var files = rows.slice(0, 1).map(function (one) { return search.text(index, one.page); });
    note.textContent = say('instead', { q: corrected.map(function (word) { return word.meant; }).join(' ') });
    Promise.all(files).then(function (texts) {
      var text = rows[0].row[0] + ' ' + texts[0].map(function (section) { return section[1] + ' ' + section[2]; }).join(' ');
      var seen = search.words(text).filter(function (word) { return isMeant[word.term]; })[0];
      if (seen && current === found) note.textContent = say('instead', { q: seen.word });
    }).catch(function () { /* the stem stays */ });
  }

  function add(rows) {
    rows.forEach(function (one) {
      var item = element('li', 'search-result'), result = element('div');
      result.setAttribute('data-result', '');
      var link = element('a', '', one.row[0]);
      link.href = away + one.row[1];
      result.appendChild(link);
      result.appendChild(element('p', 'search-kind', [one.row[2], one.row[3]].filter(Boolean).join(' · ')));
      item.appendChild(result);
      list.appendChild(item);
      item.page = one.page;
      shown += 1;
    });
  }

  function setMore() {
    more.hidden = !current || shown >= current.kept.length;
  }

  more.addEventListener('click', function () { addMore(AT_ONCE, true); });

  function addMore(count, movesFocus) {
    var found = current, from = shown;
    found.order = search.best(found, found.kept, from + count);
    return rows(found.order.slice(from)).then(function (rows) {
      if (found !== current || from !== shown) return;
      add(rows);
      setMore();
      watch();
      if (movesFocus && list.children[from]) list.children[from].querySelector('a').focus();
    }, function () { status.textContent = say('failed'); });
  }

  // MARK: Excerpts, of what comes into sight

  var watcher = window.IntersectionObserver && new IntersectionObserver(function (entries) {
    entries.forEach(function (entry) {
      if (!entry.isIntersecting) return;
      watcher.unobserve(entry.target);
      // The first ten are filled up by themselves.
      if (entry.target === more) { if (current && shown < AT_ONCE) addMore(AT_ONCE - shown, false); } else addExcerpt(entry.target);
    });
  });

  function watch() {
    if (!watcher) return;
    watcher.disconnect();
    Array.prototype.forEach.call(list.children, function (item) { if (!item.hasExcerpt) watcher.observe(item); });
    if (!more.hidden && shown < AT_ONCE) watcher.observe(more);
  }

  function addExcerpt(item) {
    var found = current, terms = Object.create(null);
    item.hasExcerpt = true;
    found.query.words.forEach(function (word, number) {
      terms[word.term] = number;
      (word.variants || []).forEach(function (term) { terms[term] = number; });
    });
    search.text(index, item.page).then(function (sections) {
      var excerpt = search.excerpt(sections, terms);
      if (!excerpt || found !== current) return;
      var text = element('p', 'search-excerpt');
      search.addParts(text, excerpt.parts);
      if (excerpt.parts.length) item.appendChild(text);
      if (!excerpt.anchor || !excerpt.heading.trim()) return;
      var where = element('p', 'search-section', say('in') + ' '), link = element('a', '', excerpt.heading);
      link.href = item.querySelector('a').href + '#' + encodeURIComponent(excerpt.anchor);
      where.appendChild(link);
      item.appendChild(where);
    }).catch(function () { /* the result stands without it */ });
  }

  // MARK: Facets

  // An address may name a value that is no longer there.
  function dropUnknown(facets) {
    var isDropped = false;
    facetNames().forEach(function (name) {
      var facet = facets.filter(function (facet) { return facet.name === name; })[0];
      if (facet && facet.values.some(function (value) { return value.id === state[name]; })) return;
      delete state[name];
      isDropped = true;
    });
    if (isDropped) writeAddress(false);
  }

  function facetNames() { return FACETS.filter(function (name) { return state[name]; }); }

  function loadFacets() {
    if (facetData) return Promise.resolve(facetData);
    if (!index.facets) return Promise.resolve([]);
    return search.load(index.facets).then(function (facets) {
      facetData = facets.map(function (facet) {
        return { name: facet[0], values: facet[1].map(function (value) {
          var reader = search.reader(value[2], 0), pages = [], page = -1;
          while (!reader.isAtEnd()) pages.push(page += reader.number() + 1);
          return { id: value[0], label: value[1], pages: pages };
        }) };
      });
      return facetData;
    });
  }

  // Pages of what was found that have the values chosen, of all facets but one.
  function narrowed(found, except) {
    var pages = found.pages;
    (facetData || []).forEach(function (facet) {
      if (facet.name === except || !state[facet.name]) return;
      var value = facet.values.filter(function (value) { return value.id === state[facet.name]; })[0], has = new Uint8Array(index.count);
      if (value) value.pages.forEach(function (page) { has[page] = 1; });
      pages = pages.filter(function (page) { return has[page]; });
    });
    return pages;
  }

  function showFacets() {
    if (!current) return;
    facets.textContent = '';
    (facetData || []).forEach(function (facet) {
      var pages = narrowed(current, facet.name), isIn = new Uint8Array(index.count);
      var hasAll = pages.some(function (page) { return current.hits[page] === current.known; });
      pages.forEach(function (page) { if (!hasAll || current.hits[page] === current.known) isIn[page] = 1; });
      var options = facet.values.map(function (value) {
        var count = 0;
        for (var at = 0; at < value.pages.length; at++) count += isIn[value.pages[at]];
        return { value: value, count: count };
      }).filter(function (option) { return option.count || option.value.id === state[facet.name]; }).sort(function (a, b) { return b.count - a.count; });
      if (!options.length) return;
      var label = element('label', 'search-facet'), select = element('select');
      label.appendChild(element('span', '', say('by-' + facet.name)));
      select.name = facet.name;
      select.appendChild(new Option(say('any'), ''));
      options.forEach(function (option) {
        select.appendChild(new Option(option.value.label + ' (' + option.count + ')', option.value.id, false, option.value.id === state[facet.name]));
      });
      label.appendChild(select);
      facets.appendChild(label);
    });
    facets.hidden = !facets.children.length;
  }

  facets.addEventListener('change', function (event) {
    var name = event.target.name;
    state[name] = event.target.value;
    writeAddress(true);
    run();
    // The lists are made anew with other numbers.
    var wait = setInterval(function () {
      if (root.getAttribute('data-search-state') !== 'ready') return;
      clearInterval(wait);
      var again = facets.querySelector('[name="' + name + '"]');
      if (again && document.activeElement === document.body) again.focus();
    }, 20);
  });

  // MARK: Coming back: as many results as before, at the same place

  var left = history.state;

  window.addEventListener('pagehide', function () {
    try { history.replaceState({ shown: shown, top: window.scrollY }, ''); } catch (error) { /* some browsers refuse this from a disk */ }
  });

  function restore() {
    var before = left;
    left = null;
    if (!before || !current || !(before.shown > shown)) return;
    addMore(Math.min(before.shown, 200) - shown, false).then(function () { window.scrollTo(0, before.top); });
  }

  // MARK: Start

  var timer;
  field.addEventListener('input', function () {
    root.setAttribute('data-search-state', 'busy');
    clearTimeout(timer);
    timer = setTimeout(function () {
      state.q = field.value.trim();
      writeAddress(false);
      run();
    }, PAUSE);
  });
  form.addEventListener('submit', function (event) {
    event.preventDefault();
    clearTimeout(timer);
    state.q = field.value.trim();
    writeAddress(true);
    run();
  });
  window.addEventListener('popstate', function () {
    readAddress();
    run();
  });
  readAddress();
  // The sign that leads here from a phone's header has no field of its own.
  if (!state.q && matchMedia('(max-width: 40rem)').matches) field.focus();
  run();
})();
