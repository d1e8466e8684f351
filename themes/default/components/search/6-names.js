// Governments, professions and topics that a query names: they narrow its results, where the reader sees them and can take them away.
(function () {
  'use strict';
  var search = window.folkmootSearch;
  if (search.names) return;
  var FOLDERS = { governments: 'government', roles: 'role', topics: 'topic' }, LONGEST_NAME = 8, MOST_FILTERS = 6, loading = null, WHOLE = 1000;

  // Names, from the small file of names: {list: in the order of pages, byID, table: by the words of each name}.
  search.names = function (address) {
    if (!loading) {
      loading = (window.folkmootNames ? Promise.resolve() : search.script(address)).then(function () { return read(window.folkmootNames); });
      loading.catch(function () { loading = null; });
    }
    return loading;
  };

  // The file has a name that stays, so what a browser kept of it may be older than the page.
  search.namesOf = function (address, index) {
    var own = JSON.stringify(index);
    return search.names(address).then(function (names) {
      if (JSON.stringify(window.folkmootIndex) === own) return names;
      return search.script(address + '?' + index.facets).then(function () { return read(window.folkmootNames); });
    });
  };

  search.noNames = function () { return read([]); };

  function read(rows) {
    if (window.folkmootIndex) search.use(window.folkmootIndex);
    var names = { list: [], byID: Object.create(null), table: Object.create(null), longest: 1 };
    names.list = rows.map(function (row, page) {
      var parts = row[1].split('/').slice(-3, -1), others = row[3] ? row[3].split('\n') : [];
      var one = { title: row[0], url: row[1], kind: row[2], facet: FOLDERS[parts[0]], id: parts[1], page: page, isCommunity: parts[0] === 'communities', others: others, parent: row[4] };
      names.byID[parts.join('/')] = one;
      return one;
    });
    // A title is taken before another name, a government before a profession, that before a topic.
    Object.keys(FOLDERS).forEach(function (folder) {
      names.list.forEach(function (one) { if (one.facet === FOLDERS[folder]) [one.title, one.title.replace(/\s*\([^)]*\)$/, '')].forEach(function (name) { put(names, name, one); }); });
    });
    Object.keys(FOLDERS).forEach(function (folder) {
      names.list.forEach(function (one) { if (one.facet === FOLDERS[folder]) one.others.forEach(function (name) { put(names, name, one); }); });
    });
    return names;
  }

  // Of English words without the sign of a plural only: `writing` names something else than `write`.
  search.key = function (word) { return !search.endings && /^[a-z]{4,}$/.test(word) ? word.replace(/([^su])s$/, '$1') : search.stem(word); };
  search.keys = function (name) { return search.words(name).map(function (word) { return search.key(word.word); }); };

  function put(names, name, one) {
    var keys = search.keys(name), key = keys.join(' ');
    if (!key || keys.length > LONGEST_NAME || names.table[key]) return;
    names.table[key] = one;
    names.longest = Math.max(names.longest, keys.length);
  }

  // Says which tokens of a query name something, the longest names first: query.filters is [{facet, id, title, url, page}], and words
  // in them are `isNamed`. What the reader took away (`plain`: ["government:wales"]) stays words; query.plain is what there was of it.
  search.recognise = function (names, query, plain) {
    var tokens = query.tokens, at = 0, isTaken = [];
    query.filters = [];
    query.plain = [];
    while (at < tokens.length && query.filters.length < MOST_FILTERS) {
      var found = named(names, query, at);
      if (!found) {
        at += 1;
        continue;
      }
      var id = found.one.facet + ':' + found.one.id, isPlain = (plain || []).indexOf(id) >= 0, list = isPlain ? query.plain : query.filters;
      if (isPlain) {
        if (query.plain.indexOf(id) < 0) query.plain.push(id);
      } else if (query.filters.indexOf(found.one) < 0) {
        query.filters.push(found.one);
      }
      for (var end = at + found.count; at < end; at++) if (!isPlain) isTaken[at] = true;
    }
    query.words.forEach(function (word) { word.isNamed = !!isTaken[word.at]; });
    return query;
  };

  function named(names, query, at) {
    var tokens = query.tokens, keys = [];
    for (var next = at; next < tokens.length && keys.length < names.longest && !tokens[next].isQuoted; next++) keys.push(search.key(tokens[next].word));
    if (!keys.length) return null;
    // After `yn` and the like Wales is `Nghymru`.
    var first = [keys[0]].concat(document.documentElement.lang.slice(0, 2) === 'cy' ? search.mutations(tokens[at].word).map(search.key) : []);
    for (var count = keys.length; count > 0; count--) {
      if (count === 1 && isNoName(query, tokens[at])) return null;
      for (var form = 0; form < first.length; form++) {
        var one = names.table[[first[form]].concat(keys.slice(1, count)).join(' ')];
        if (one) return { one: one, count: count };
      }
    }
    return null;
  }

  // `in` is no India amid other words, `de` no Germany unless in capitals, and `co-design` is not of Colombia.
  function isNoName(query, token) {
    if (query.tokens.length === 1) return false;
    if (token.isOwn || token.isElided || (token.isOther && !token.isCapital)) return true;
    return token.word.length < 3 && /[-\/.+&'’]/.test(query.text.charAt(token.start - 1) + query.text.charAt(token.end));
  }

  // What answers a query: as `find`, and where it names something, only pages that have it. `none` is there when no community has it,
  // `roles` when it asks for a profession that nobody here is called.
  search.answer = function (index, names, query) {
    if (!query.filters.length) return search.find(index, query).then(function (found) { return withRoles(names, found, query); });
    return Promise.all([search.find(index, query), search.facets(index)]).then(function (both) {
      var found = both[0], has = narrowed(index, both[1], query.filters), standing = search.standing(index);
      var isThere = has.pages.some(function (page) { return isCommunity(page) && standing[page] !== search.EXAMPLE; });
      if (isThere || !names.list.some(function (one) { return one.isCommunity; })) return withRoles(names, ordered(found, has, standing), query);
      var words = query.words.map(function (word) { return { word: word.word, term: word.term, at: word.at, end: word.end, isLast: word.isLast }; });
      var none = search.nearest(index, names, both[1], query.filters, found.score);
      return search.find(index, { text: query.text, tokens: query.tokens, words: words, phrases: query.phrases, filters: query.filters, plain: query.plain }).then(function (found) {
        found.none = none;
        return found;
      });
    });

    function isCommunity(page) { return page < names.list.length && names.list[page].isCommunity; }

    // Communities with the most of the other words first, then the pages of what is named, then what else has all that is named. Of one
    // name alone its own page is the answer.
    function ordered(found, has, standing) {
      var isOwn = Object.create(null), isAlone = query.filters.length === 1 && !found.known;
      query.filters.forEach(function (one) { isOwn[one.page] = true; });
      found.pages = has.pages.concat(query.filters.map(function (one) { return one.page; }).filter(function (page) { return has.pages.indexOf(page) < 0; }));
      var asked = query.words.filter(function (word) { return word.isNamed && word.variants.length; }).length;
      found.pages.forEach(function (page) {
        // Those for all of the United Kingdom before those for a part of it.
        if (found.named[page] === asked) found.score[page] += WHOLE;
        var tier = isOwn[page] ? (isAlone ? 3 : 1) : isCommunity(page) ? 2 : 0;
        var hits = isOwn[page] ? 2 * found.known : found.worth[page];
        found.worth[page] = (standing[page] === search.EXAMPLE ? 0 : 512) + 4 * (hits + has.extra[page]) + tier;
      });
      return found;
    }
  };

  // {pages, extra: how many more of what is named than needed}: one of each facet is needed.
  function narrowed(index, facets, filters) {
    var of = new Uint8Array(index.count), extra = new Uint8Array(index.count), groups = 0, pages = [];
    search.facetNames.forEach(function (name) {
      var own = filters.filter(function (one) { return one.facet === name; }), has = new Uint8Array(index.count);
      if (!own.length) return;
      groups += 1;
      facets.forEach(function (facet) {
        if (facet.name !== name) return;
        facet.values.forEach(function (value) {
          if (!own.some(function (one) { return one.id === value.id; })) return;
          value.pages.forEach(function (page) {
            if (has[page]) extra[page] += 1; else of[page] += 1;
            has[page] = 1;
          });
        });
      });
    });
    for (var page = 0; page < index.count; page++) if (of[page] === groups) pages.push(page);
    return { pages: pages, extra: extra };
  }

  // MARK: Professions that nobody here is called

  var MOST_ROLES = 3, MOST_ASKED = 4;

  // Languages in which the noun comes first: `analyste métier`.
  function head(keys) { return /^(?:fr|cy|ar|es|it|pt|ca|ro|br|ga|gd|he)/.test(document.documentElement.lang) ? keys[0] : keys[keys.length - 1]; }

  function withRoles(names, found, query) {
    var asked = query.words.filter(function (word) { return !word.isNamed; });
    var keys = asked.map(function (word) { return search.key(word.word); });
    var hasName = query.filters.some(function (one) { return one.facet !== 'government'; });
    if (!asked.length || asked.length > MOST_ASKED || hasName || query.phrases.length || query.plain.length) return found;
    // What a page is called is no question; where it has several names the words have to be in one of them.
    function isCalled(page) {
      var one = names.list[page];
      return found.titled[page] === keys.length && (!one || [one.title].concat(one.others).some(function (name) {
        var own = search.keys(name);
        return keys.every(function (key) { return own.indexOf(key) >= 0; });
      }));
    }
    if (found.pages.some(isCalled)) return found;
    var total = 0, often = Object.create(null), all = [];
    names.list.forEach(function (one) {
      if (one.facet !== 'role') return;
      [one.title].concat(one.others).forEach(function (name) {
        var own = search.keys(name);
        if (!own.length) return;
        total += 1;
        own.forEach(function (key) { often[key] = (often[key] || 0) + 1; });
        all.push({ one: one, name: name, keys: own });
      });
    });
    function weight(sum, key) { return sum + Math.log(1 + total / (often[key] || 1)); }
    // By the name that shares most with what was asked, and by how much of that any of its names has: {one, name, worth, has}.
    var best = Object.create(null);
    all.forEach(function (name) {
      var near = best[name.one.id] || (best[name.one.id] = { one: name.one, worth: 0, has: Object.create(null) });
      var shared = name.keys.filter(function (key) { return keys.indexOf(key) >= 0; });
      shared.forEach(function (key) { near.has[key] = true; });
      if (head(name.keys) !== head(keys)) return;
      var worth = 2 * shared.reduce(weight, 0) / name.keys.concat(keys).reduce(weight, 0);
      if (worth > near.worth) {
        near.worth = worth;
        near.name = name.name;
      }
    });
    var order = Object.keys(best).map(function (id) { return best[id]; }).filter(function (near) {
      near.total = near.worth + Object.keys(near.has).reduce(weight, 0) / keys.reduce(weight, 0);
      return near.worth > 0;
    });
    if (order.length) found.roles = order.sort(function (a, b) { return b.total - a.total || a.one.page - b.one.page; }).slice(0, MOST_ROLES);
    return found;
  }
})();
