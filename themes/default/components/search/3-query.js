// What a query means and which pages answer it: those with all words first, then those with most; among these by how prominent a
// word is, how rare it is and how near the words are to each other (BM25's weight of a word by rarity; fields by level).
(function () {
  'use strict';
  var search = window.folkmootSearch;
  if (search.find) return;
  var WEIGHTS = [1, 1.4, 1.8, 2.4, 3, 6, 7.5, 10], MOST_WORDS = 12, MOST_VARIANTS = 80, BEGUN = 0.45, MISSPELT = 0.8, MUTATED = 0.9, AKIN = 0.6, LONGEST = 300, NEAR = 0.35, FAR = 255, ENDED = 0.8, IN_TITLE = 5;
  var SHORTEST_MISSPELT = 5, NOWHERE = { list: [], posts: Object.create(null) };

  // What carries nothing, from the index: {own: words of this language, others: of the other languages of the site}.
  var known = { index: null };
  function ignored(index) {
    if (known.index === index) return known;
    function words(text) {
      var found = Object.create(null);
      search.words(text || '').forEach(function (word) { found[word.word] = true; });
      return found;
    }
    var lists = index.ignored || [];
    return (known = { index: index, own: words(lists[0]), others: words(lists[1]) });
  }

  // {text, tokens: [{word, term, start, end, isQuoted, isOwn, isOther, isCapital}], words: [{word, term, at, isLast}], phrases: [[term]]};
  // `at` is the word's place among the tokens. Words that carry nothing are no words of a query that has others.
  search.parse = function (text, index) {
    search.use(index);
    text = text.slice(0, LONGEST);
    var phrases = [], seen = Object.create(null), words = [], quoted = [], none = ignored(index), match;
    var quotes = /["“”«»„]([^"“”«»„]+)["“”«»„]/g, isCapital = text !== text.toLowerCase() && text === text.toUpperCase();
    while ((match = quotes.exec(text))) {
      var terms = search.terms(match[1]);
      if (terms.length > 1) phrases.push(terms);
      quoted.push([match.index, quotes.lastIndex]);
    }
    var tokens = search.words(text);
    tokens.forEach(function (token, at) {
      var own = text.slice(token.start, token.end);
      token.at = at;
      token.isQuoted = quoted.some(function (range) { return range[0] <= token.start && token.end <= range[1]; });
      token.isOwn = !!none.own[token.word];
      token.isOther = !!none.others[token.word];
      // `IT`, `AR`: capitals mean a name.
      token.isCapital = !isCapital && own.length > 1 && own !== own.toLowerCase() && own === own.toUpperCase();
      // `l’État`, `who’s`.
      token.isElided = token.word.length < 3 && (/['’]/.test(text.charAt(token.end)) || (token.word.length === 1 && /['’]/.test(text.charAt(token.start - 1))));
    });
    var carrying = tokens.filter(function (token) { return token.isQuoted || token.isCapital || !(token.isOwn || token.isOther || token.isElided); });
    (carrying.length ? carrying : tokens).forEach(function (token) {
      if (seen[token.term]) return;
      seen[token.term] = true;
      words.push({ word: token.word, term: token.term, end: token.end, at: token.at });
    });
    words = words.slice(0, MOST_WORDS);
    // The last word is unfinished during typing.
    if (words.length && words[words.length - 1].end === text.length) words[words.length - 1].isLast = true;
    return { text: text, tokens: tokens, words: words, phrases: phrases };
  };

  // The terms that a word may mean: [{term, post, factor}].
  function variants(index, word) {
    if (!index.terms[0].length) return Promise.resolve([]);
    var first = search.place(index.terms, word.term);
    var files = [first];
    if (word.isLast && first + 1 < index.terms[0].length && index.terms[0][first + 1].indexOf(word.term) === 0) files.push(first + 1);
    return Promise.all(files.map(function (file) { return search.termsOf(index.terms[1][file]); })).then(function (parts) {
      var found = exact(parts, word.term, 1);
      if (word.isLast) found = found.concat(begun(parts, word));
      return inLanguage(index, word).then(function (others) {
        found = found.concat(others.filter(function (one) { return !found.some(function (other) { return other.term === one.term; }); }));
        return found.length ? found : misspelt(index, word, parts[0]);
      });
    });
  }

  // MARK: Languages

  // What else a word is in the language of the page. Endings and the Arabic article are no part of a term where the program knows them.
  function inLanguage(index, word) {
    var language = document.documentElement.lang.slice(0, 2);
    if (language === 'cy') return mutated(index, word);
    return language === 'en' || language === 'ar' ? Promise.resolve([]) : akin(index, word);
  }

  // Consonants that begin a Welsh word, and what they become: by the soft, the nasal and the aspirate mutation.
  var MUTATIONS = { p: ['b', 'mh', 'ph'], t: ['d', 'nh', 'th'], c: ['g', 'ngh', 'ch'], b: ['f', 'm'], d: ['dd', 'n'], g: ['', 'ng'], m: ['f'], ll: ['l'], rh: ['r'] };

  // Other ways in which a Welsh word begins.
  search.mutations = function (word) {
    function begins(word) { return word.match(/^(?:ngh|ng|ch|dd|ff|ll|mh|nh|ph|rh|th|[bcdfglmnprt]|)/)[0]; }
    if (word.length < 4) return [];
    var first = begins(word), plain = [word], found = Object.create(null);
    Object.keys(MUTATIONS).forEach(function (letter) {
      if (MUTATIONS[letter].indexOf(first) >= 0) plain.push(letter + word.slice(first.length));
    });
    // A soft g is gone.
    if (/^(?:[aeiouwy]|l(?!l)|r(?!h))/.test(word)) plain.push('g' + word);
    plain.forEach(function (one) {
      var letter = begins(one), rest = one.slice(letter.length);
      [letter].concat(MUTATIONS[letter] || []).forEach(function (other) { found[other + rest] = true; });
    });
    delete found[word];
    return Object.keys(found);
  };

  function mutated(index, word) {
    var terms = search.mutations(word.word).map(search.stem).filter(function (term) { return term !== word.term; });
    return Promise.all(terms.map(function (term) {
      return search.termsOf(index.terms[1][search.place(index.terms, term)]).then(function (part) { return exact([part], term, MUTATED); });
    })).then(function (lists) { return [].concat.apply([], lists); });
  }

  // Words with the same beginning and about the same length, in languages whose endings nothing here knows (Finnish `saavutettavuuden` and
  // `saavutettavuus`), and for what no table has: `Verwaltung` and `Verwaltungsrat`.
  function akin(index, word) {
    var term = word.term, beginning = term.slice(0, Math.max(5, Math.ceil(0.75 * term.length)));
    if (term.length < 6) return Promise.resolve([]);
    var first = search.place(index.terms, beginning), files = [first];
    if (first + 1 < index.terms[0].length && index.terms[0][first + 1].indexOf(beginning) === 0) files.push(first + 1);
    return Promise.all(files.map(function (file) { return search.termsOf(index.terms[1][file]); })).then(function (parts) {
      var found = [];
      parts.forEach(function (part) {
        part.list.forEach(function (other) {
          if (other !== term && other.indexOf(beginning) === 0 && Math.abs(other.length - term.length) <= 5 && found.length < MOST_VARIANTS) found.push({ term: other, post: part.posts[other], factor: AKIN });
        });
      });
      return found;
    });
  }

  function exact(parts, term, factor) {
    for (var index = 0; index < parts.length; index++) {
      if (parts[index].posts[term]) return [{ term: term, post: parts[index].posts[term], factor: factor }];
    }
    return [];
  }

  function begun(parts, word) {
    var found = [];
    parts.forEach(function (part) {
      part.list.forEach(function (term) {
        // As typed too: `apoy` is on its way to `apoyo`.
        if (term !== word.term && (term.indexOf(word.term) === 0 || term.indexOf(word.word) === 0) && found.length < MOST_VARIANTS) found.push({ term: term, post: part.posts[term], factor: BEGUN });
      });
    });
    if (found.length) return found;
    // `meetin` is on its way to `meeting`, whose stem is `meet`.
    var shorter = word.term.replace(/(in|ie|i)$/, '');
    return shorter.length > 2 && shorter !== word.term ? exact(parts, shorter, BEGUN) : [];
  }

  // MARK: Spelling

  // Everything that is one letter away: another one, one more, one less, or two that changed places; the first stays.
  function neighbours(word) {
    var letters = 'abcdefghijklmnopqrstuvwxyz'.split(''), found = Object.create(null);
    Array.from(word).forEach(function (letter) { if (letters.indexOf(letter) < 0) letters.push(letter); });
    for (var at = 1; at <= word.length; at++) {
      var before = word.slice(0, at), after = word.slice(at);
      if (after) found[before + after.slice(1)] = true;
      if (after.length > 1) found[before + after[1] + after[0] + after.slice(2)] = true;
      for (var index = 0; index < letters.length; index++) {
        found[before + letters[index] + after] = true;
        if (after) found[before + letters[index] + after.slice(1)] = true;
      }
    }
    return Object.keys(found);
  }

  function misspelt(index, word, part) {
    if (word.word.length < SHORTEST_MISSPELT || !index.spellings[0].length) return Promise.resolve([]);
    var stem = word.term, key = stem[stem.length - 1] + stem[stem.length - 2] + stem[0];
    var file = index.spellings[1][search.place(index.spellings, key)];
    return search.load(file).then(function (text) {
      // Each with a letter for how many pages have it.
      var known = Object.create(null);
      text.split(' ').forEach(function (entry) { known[entry.slice(0, -1)] = entry.charCodeAt(entry.length - 1); });
      part.list.forEach(function (term) { if (!known[term]) known[term] = 65 + Math.log2(part.posts[term].length); });
      var terms = Object.create(null);
      neighbours(word.word).forEach(function (near) {
        var term = search.stem(near);
        // A short stem says little of what was meant.
        if (known[term] && term !== stem && (term.length > 4 || (word.word.length === 5 && term.length === 4))) terms[term] = known[term];
      });
      var best = Object.keys(terms).sort(function (a, b) { return terms[b] - terms[a] || (a < b ? -1 : 1); }).slice(0, 3);
      return Promise.all(best.map(function (term) {
        return search.termsOf(index.terms[1][search.place(index.terms, term)]).then(function (part) { return exact([part], term, MISSPELT); });
      })).then(function (lists) {
        var found = [].concat.apply([], lists);
        if (found.length) word.meant = found[0].term;
        return found;
      });
    });
  }

  // MARK: Pages

  // {pages, levels, places, isPartial} of what follows a term; Sources/Search/SearchIndex.swift says how it is written.
  function listed(post) {
    var reader = search.reader(post, 0), flags = reader.number(), count = reader.number(), page = -1, place = -1;
    var pages = new Uint32Array(count), levels = new Uint8Array(count), places = new Uint8Array(count).fill(FAR);
    for (var at = 0; at < count; at++) pages[at] = page += reader.number() + 1;
    for (var left = reader.number(); left > 0; left--) {
      var number = reader.number();
      levels[place += (number >> 3) + 1] = number & 7;
    }
    if (flags & 1) for (at = 0; at < count; at++) places[at] = reader.symbol();
    return { pages: pages, levels: levels, places: places, isPartial: (flags & 2) !== 0 };
  }

  // How pages rank besides their words, as Sources/Search/SearchDocument.swift has it: usual, past, guide or example.
  var PAST = 1, GUIDE = 2, standings = { index: null };
  search.EXAMPLE = 3;
  search.standing = function (index) {
    if (standings.index === index) return standings.of;
    var of = new Uint8Array(index.count), reader = search.reader(index.standing || '', 0), page = 0;
    while (!reader.isAtEnd()) {
      var standing = reader.number(), end = page + reader.number();
      of.fill(standing, page, end);
      page = end;
    }
    standings = { index: index, of: of };
    return of;
  };

  // {pages: in no order, score, hits, worth, titled, named: by page, known: how many words are somewhere, query}. Words that name what results
  // are narrowed by (6-names.js) say how well a page fits, and are no hits: all pages that are left have them.
  search.find = function (index, query) {
    search.use(index);
    return Promise.all(query.words.map(function (word) { return variants(index, word); })).then(function (lists) {
      var count = index.count, score = new Float32Array(count), hits = new Uint8Array(count), titled = new Uint8Array(count), named = new Uint8Array(count), weight = new Float32Array(count), touched = [];
      var known = 0, all = 0, before = null, partial = [], standing = search.standing(index);
      lists.forEach(function (list, number) {
        var isNamed = query.words[number].isNamed;
        query.words[number].variants = list.map(function (variant) { return variant.term; });
        if (!list.length) return;
        var rare = 0;
        if (!isNamed) known += 1;
        var own = new Float32Array(count), places = new Uint8Array(count).fill(FAR), levels = new Uint8Array(count), pages = [];
        var isPartial = false, most = Infinity;
        list.forEach(function (variant) {
          var of = listed(variant.post), total = of.pages.length, rarity = Math.log(1 + (count - total + 0.5) / (total + 0.5)) * variant.factor;
          isPartial = isPartial || of.isPartial;
          rare = Math.max(rare, rarity);
          // The word itself comes before words that only begin with it, or are another form of it.
          if (variant.factor === 1) most = 0.99 * rarity;
          for (var at = 0; at < total; at++) {
            var page = of.pages[at], value = rarity * WEIGHTS[of.levels[at]];
            if (variant.factor < 1 && value > most) value = most;
            if (own[page] === 0) pages.push(page);
            if (value > own[page]) {
              own[page] = value;
              places[page] = of.places[at];
              levels[page] = of.levels[at];
            }
          }
        });
        if (isPartial && !isNamed) partial.push(own);
        if (!isNamed) all += rare;
        pages.forEach(function (page) {
          if (score[page] === 0) touched.push(page);
          if (isNamed) {
            named[page] += 1;
          } else {
            hits[page] += 1;
            weight[page] += rare;
            if (levels[page] >= IN_TITLE) titled[page] += 1;
          }
          // Words that follow each other in the query and on the page.
          var isNear = before && before[page] !== FAR && places[page] !== FAR && Math.abs(before[page] - places[page]) <= 1;
          score[page] += own[page] * (isNear ? 1 + NEAR : 1);
        });
        before = places;
      });
      // In a very large handbook a common word is listed for some of its pages only: others may have it too.
      var worth = new Uint16Array(count);
      touched.forEach(function (page) {
        // Of pages with some of the words those with the rare ones come first. A chapter about the program that only mentions a word
        // answers less than a page about it, and made-up communities come after real ones.
        var full = hits[page] === known ? 2 * known : Math.round((2 * known - 1) * weight[page] / all);
        if (titled[page] === known) worth[page] = full;
        else if (standing[page] === search.EXAMPLE) worth[page] = 0;
        else worth[page] = full - (standing[page] === GUIDE ? Math.min(hits[page] - titled[page] + 1, full) : 0);
        partial.forEach(function (own) { if (own[page] === 0) worth[page] += 1; });
        if (standing[page] === PAST) score[page] *= ENDED;
      });
      return { query: query, pages: touched, score: score, hits: hits, worth: worth, titled: titled, named: named, known: known };
    });
  };

  // The best so many of some pages, in order, without sorting all.
  search.best = function (found, pages, limit) {
    function isBetter(a, b) { return found.worth[a] - found.worth[b] || found.score[a] - found.score[b] || b - a; }
    var best = [];
    pages.forEach(function (page) {
      if (best.length === limit && isBetter(page, best[limit - 1]) < 0) return;
      var low = 0, high = best.length;
      while (low < high) {
        var middle = (low + high) >> 1;
        if (isBetter(page, best[middle]) > 0) high = middle; else low = middle + 1;
      }
      best.splice(low, 0, page);
      if (best.length > limit) best.pop();
    });
    return best;
  };

  // What is in the rows of a page: [title, address, kind, where].
  search.row = function (index, page) { return row(index.pages, page); };
  // Its sections: [[anchor, heading, text]].
  search.text = function (index, page) { return row(index.texts, page); };
  search.fileOf = function (part, page) { return part[1][search.place(part, page)]; };

  function row(part, page) {
    var file = search.place(part, page);
    return search.load(part[1][file]).then(function (rows) { return rows[page - part[0][file]]; });
  }
})();
