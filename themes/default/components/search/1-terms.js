// The search works in parts that share one object: terms, files, query, then the page of results or the suggestions of the header.
// Terms are what a text is found by: words without case, accents, endings and the Arabic article; Sources/Search/TermReader.swift does the same, step
// by step.
(function () {
  'use strict';
  if (window.folkmootSearch) return;
  var search = window.folkmootSearch = {};
  var LONGEST = 24, TERM = new RegExp('[\\p{L}\\p{N}\\p{M}]+', 'gu'), ALONE = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff]/g;

  // What words lose at their ends where the index says so, instead of English endings: [[{ending, instead, least}]], one list for each step;
  // Sources/Search/Endings.swift explains the text.
  var steps = [], marked = null, known;
  search.endings = '';
  search.use = function (index) {
    if (search.endings === (index.endings || '')) return;
    search.endings = index.endings || '';
    known = Object.create(null);
    var parts = search.endings.split('|'), letters = parts.shift();
    marked = letters && new RegExp('(^|[^aeiouyq])([' + letters + '])e(?=.)', 'g');
    steps = parts.map(function (part) {
      var least = 0, rules = [];
      part.split(' ').forEach(function (rule) {
        var sides = rule.split('>');
        if (+rule) least = +rule; else rules.push({ ending: sides[0], instead: sides[1] || '', least: least });
      });
      return rules;
    });
  };

  function shortened(word) {
    steps.forEach(function (rules) {
      rules.some(function (rule) {
        var left = word.length - rule.ending.length, fits = word.endsWith(rule.ending) && left + rule.instead.length >= rule.least;
        if (fits) word = word.slice(0, left) + rule.instead;
        return fits;
      });
    });
    return marked ? word.replace(marked, '$1$2') : word;
  }

  search.stem = function (word) {
    if (/^[\u0600-\u06ff]/.test(word)) return word.replace(/^(?:[وبفك]?ال|لل)(?=[\u0600-\u06ff]{2})/, '');
    if (!/^[a-z]+$/.test(word)) return word;
    if (search.endings) return known[word] || (known[word] = shortened(word));
    if (word.length <= 3) return word;
    var vowel = /[aeiouy]/;
    if (/[^su]s$/.test(word) && !/sis$/.test(word)) word = word.slice(0, -1);
    if (word.length > 5 && /ing$/.test(word) && vowel.test(word.slice(0, -3))) word = word.slice(0, -3);
    else if (word.length > 4 && /ed$/.test(word) && vowel.test(word.slice(0, -2))) word = word.slice(0, /eed$/.test(word) ? -1 : -2);
    if (word.length > 3 && /e$/.test(word)) word = word.slice(0, -1);
    if (word.length > 3 && /[yi]$/.test(word)) word = word.slice(0, -1);
    if (word.length > 3 && word[word.length - 1] === word[word.length - 2]) word = word.slice(0, -1);
    return word;
  };

  // Words as they are in a text, with where they begin and end: [{word, term, start, end}].
  search.words = function (text) {
    var found = [], match;
    TERM.lastIndex = 0;
    while ((match = TERM.exec(text))) {
      var parts = match[0].replace(ALONE, ' $& ').split(' '), at = match.index;
      parts.forEach(function (part) {
        if (!part) return;
        var word = Array.from(window.folkmootFold(part)).slice(0, LONGEST).join('');
        if (word) found.push({ word: word, term: search.stem(word), start: at, end: at + part.length });
        at += part.length;
      });
    }
    return found;
  };

  search.terms = function (text) { return search.words(text).map(function (word) { return word.term; }); };
})();
