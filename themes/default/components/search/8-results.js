// The page of results: the address holds the query, the field above is where it is typed.
(function () {
  'use strict';
  var search = window.folkmootSearch, root = document.querySelector('[data-module="search"]');
  if (!root || search.results) return;
  search.results = true;
  var AT_ONCE = 10, REQUESTS_AT_ONCE = 6, PHRASE_PAGES = 40, PAUSE = 80;
  var index = JSON.parse(root.getAttribute('data-index'));
  var form = document.querySelector('.site-search'), field = form.querySelector('input[name="q"]');
  var list = root.querySelector('.search-list'), status = root.querySelector('.search-status'), note = root.querySelector('.search-note');
  var none = root.querySelector('.search-none'), more = root.querySelector('.search-more'), facets = root.querySelector('.search-facets');
  var state = {}, now = 0, current = null, shown = 0, facetData = null, title = document.title;
  var chips = root.querySelector('.search-filters'), nearest = root.querySelector('.search-nearest'), heading = root.querySelector('h2'), names = null;
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
    ['q', 'plain'].concat(search.facetNames).forEach(function (name) { if (asked.get(name)) state[name] = asked.get(name).slice(0, 300); });
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
    var before = search.loads, mine = ++now, query = search.parse((state.q || '').trim(), index);
    root.setAttribute('data-search-state', 'busy');
    document.title = state.q ? state.q + ' – ' + title : title;
    if (!query.words.length) {
      current = null;
      showFilters([]);
      show([], '');
      none.hidden = !state.q;
      none.querySelector('.search-none-text').textContent = say('none', { q: state.q });
      finish(mine);
      return;
    }
    var isNarrowed = search.facetNames.some(function (name) { return state[name]; });
    // An address may name a value that is no longer there.
    var wanted = isNarrowed ? loadFacets().then(function (facets) { if (search.dropUnknown(facets, state)) writeAddress(false); }) : Promise.resolve();
    // Without them words are words.
    search.namesOf(form.getAttribute('data-names'), index).catch(search.noNames).then(function (all) {
      names = all;
      search.recognise(names, query, (state.plain || '').split(' '));
      // What is no longer in the query need not stay in the address.
      if (mine === now && state.plain && state.plain !== query.plain.join(' ')) {
        state.plain = query.plain.join(' ');
        writeAddress(false);
      }
      return Promise.all([search.answer(index, names, query), wanted]);
    }).then(function (both) {
      return phrases(both[0]);
    }).then(function (found) {
      if (mine !== now) return;
      found.shown = query.filters;
      found.kept = search.narrowed(index, facetData || [], state, found, null);
      found.total = found.kept.filter(function (page) { return found.hits[page] === found.known; }).length;
      found.order = search.best(found, found.kept, AT_ONCE);
      // Titles of the first results from few files, so that something shows soon; the others follow.
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
    else loadFacets().then(function () { if (mine === now) showFacets(); }, function () { /* results work without them */ });
    root.setAttribute('data-search-state', 'ready');
    restore();
    watch();
  }

  function rows(pages) {
    return Promise.all(pages.map(function (page) {
      return search.row(index, page).then(function (row) { return { page: page, row: row }; });
    }));
  }

  // What is in quotation marks has to occur exactly: the texts of the best pages are read for it.
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
    if (found) showFilters(found.shown);
    showNearest(found);
    add(rows);
    status.textContent = text;
    if (found) addSaid(found);
    var words = found ? found.query.words.filter(function (word) { return !word.isNamed; }) : [], corrected = words.filter(function (word) { return word.meant; });
    note.textContent = '';
    if (found && found.lacksPhrase) note.textContent = say('phrase');
    else if (corrected.length && rows.length) addCorrection(rows, found, corrected);
    else if (rows.length) addUnknown(words);
    note.hidden = !note.textContent;
    // Before anything is asked there is no heading above an empty list.
    heading.hidden = !found && !text;
    list.hidden = !rows.length;
    none.hidden = !found || rows.length > 0 || !nearest.hidden;
    if (!none.hidden) none.querySelector('.search-none-text').textContent = say('none', { q: state.q });
    setMore();
  }

  // This announces by what results were narrowed, and that no community is there.
  function addSaid(found) {
    var said = found.shown.map(function (one) { return say('by-' + one.facet) + root.getAttribute('data-colon') + ' ' + one.title; });
    if (found.none) said.push(search.noCommunity(index.words, found.shown).join(''));
    if (said.length) status.appendChild(element('span', 'visually-hidden', (status.textContent ? '; ' : '') + said.join('; ')));
  }

  // What no page has is not looked for any more; the reader should know.
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
      link.href = search.address(away + one.row[1]);
      result.appendChild(link);
      result.appendChild(element('p', 'search-kind', [one.row[2], one.row[3]].filter(Boolean).join(' · ')));
      item.appendChild(result);
      list.appendChild(item);
      item.page = one.page;
      shown += 1;
    });
  }

  function setMore() {
    more.hidden = more.parentNode.hidden = !current || shown >= current.kept.length;
  }

  more.addEventListener('click', function () { addUpTo(shown + AT_ONCE, true); });

  // One after the other: a press of the button while the first ten are being filled up comes after these.
  var adding = Promise.resolve();
  function addUpTo(total, movesFocus) {
    var found = current;
    return (adding = adding.then(function () {
      if (!found || found !== current || total <= shown) return;
      var from = shown;
      found.order = search.best(found, found.kept, total);
      return rows(found.order.slice(from)).then(function (rows) {
        if (found !== current) return;
        add(rows);
        setMore();
        watch();
        if (movesFocus && list.children[from]) list.children[from].querySelector('a').focus();
      }, function () { status.textContent = say('failed'); });
    }));
  }

  // MARK: Excerpts, of what comes into sight

  var watcher = window.IntersectionObserver && new IntersectionObserver(function (entries) {
    entries.forEach(function (entry) {
      if (!entry.isIntersecting) return;
      watcher.unobserve(entry.target);
      // The first ten are filled up by themselves.
      if (entry.target === more) addUpTo(AT_ONCE, false); else addExcerpt(entry.target);
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
    }).catch(function () { /* the result works without it */ });
  }

  // MARK: Facets

  function loadFacets() {
    return facetData ? Promise.resolve(facetData) : search.facets(index).then(function (facets) { return (facetData = facets); });
  }

  // Made again for each query, with other numbers; a reader who has just chosen stays there.
  function showFacets() {
    var isNamed = Object.create(null);
    current.shown.forEach(function (one) { isNamed[one.facet] = true; });
    var focused = facets.contains(document.activeElement) ? document.activeElement.name : '';
    facets.textContent = '';
    facetData.forEach(function (facet) {
      // What the words name is taken away above.
      if (isNamed[facet.name] && !state[facet.name]) return;
      var options = search.options(index, facetData, state, current, facet);
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
      if (facet.name === focused) select.focus();
    });
    facets.hidden = !facets.children.length;
  }

  // MARK: What the words name

  // A button for each, which takes it away; the focus goes on to the next.
  function showFilters(filters) {
    var place = Array.prototype.indexOf.call(chips.children, document.activeElement);
    chips.textContent = '';
    filters.forEach(function (one) {
      var words = say('by-' + one.facet) + root.getAttribute('data-colon') + ' ' + one.title, chip = element('button', 'button button-quiet', words);
      chip.type = 'button';
      chip.setAttribute('aria-label', words + say('remove'));
      chip.addEventListener('click', function () {
        state.plain = ((state.plain || '') + ' ' + one.facet + ':' + one.id).trim();
        writeAddress(true);
        run();
      });
      chips.appendChild(chip);
    });
    chips.hidden = !filters.length;
    if (place >= 0) (chips.children[Math.min(place, filters.length - 1)] || field).focus();
  }

  // That there is no such community, or no profession of that name; and who comes nearest.
  function showNearest(found) {
    var none = found && found.none, roles = found && !none && found.roles;
    nearest.textContent = '';
    nearest.hidden = !none && !roles;
    if (nearest.hidden) return;
    var text = nearest.appendChild(element('p')), list = nearest.appendChild(element('ul'));
    if (none) {
      search.noCommunity(index.words, found.shown, named).forEach(function (part) { text.appendChild(part.nodeType ? part : document.createTextNode(part)); });
      if (none.length) text.appendChild(document.createTextNode(' ' + index.words.nearest));
      none.forEach(function (near) { line(list, near.one, search.why(index.words, near)); });
      return;
    }
    text.textContent = say('no-role');
    roles.forEach(function (near) { line(list, near.one, near.name === near.one.title ? '' : near.name); });
    var how = nearest.appendChild(element('p', '', say('add-name', { q: state.q }) + ' ')), link = how.appendChild(element('a', '', say('add-name-how')));
    link.href = search.address(root.getAttribute('data-add-name-url'));
  }

  function named(one) {
    var link = element('a', '', one.title);
    link.href = search.address(away + one.url);
    return link;
  }

  function line(list, one, why) {
    var item = list.appendChild(element('li'));
    item.appendChild(named(one));
    if (why) item.appendChild(element('span', 'search-kind', ' ' + why));
  }

  facets.addEventListener('change', function (event) {
    state[event.target.name] = event.target.value;
    writeAddress(true);
    run();
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
    addUpTo(Math.min(before.shown, 200), false).then(function () { window.scrollTo(0, before.top); });
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
