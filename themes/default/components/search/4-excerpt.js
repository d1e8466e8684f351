// The stretch of a page's text that has most of the words, with these marked.
(function () {
  'use strict';
  var search = window.folkmootSearch;
  if (search.excerpt) return;
  var LENGTH = 34, BEFORE = 6;

  // {anchor, heading, parts: [{text, isMarked}]} of the best section; null for a page without text.
  search.excerpt = function (sections, terms) {
    var best = null;
    sections.forEach(function (section, number) {
      var text = section[2].replace(/\s+/g, ' ').trim(), words = search.words(text);
      var marks = words.map(function (word) { return terms[word.term] === undefined ? -1 : terms[word.term]; });
      var counts = {}, kinds = 0, from = 0, pairs = 0;
      // A heading that holds the word leads to its section.
      var inHeading = search.terms(section[1]).filter(function (term) { return terms[term] !== undefined; }).length;
      for (var at = 0; at < Math.max(words.length, 1); at++) {
        if (marks[at] >= 0) {
          if (!counts[marks[at]]) kinds += 1;
          counts[marks[at]] = (counts[marks[at]] || 0) + 1;
          if (follows(marks, at)) pairs += 1;
        }
        while (at - from >= LENGTH - BEFORE) {
          if (marks[from] >= 0 && !(counts[marks[from]] -= 1)) kinds -= 1;
          from += 1;
          if (follows(marks, from)) pairs -= 1;
        }
        var worth = kinds + (inHeading ? 0.5 : 0) + Math.min(pairs, 2) * 0.4 - (number === 0 ? 0 : 0.01);
        if (!best || worth > best.worth) best = { worth: worth, section: section, text: text, words: words, marks: marks, first: firstMark(marks, from, at) };
      }
    });
    if (!best) return null;
    return { anchor: best.section[0], heading: best.section[1], parts: cut(best) };
  };

  // Whether two different words of the query come one after the other here.
  function follows(marks, at) { return at > 0 && marks[at] >= 0 && marks[at - 1] >= 0 && marks[at] !== marks[at - 1]; }

  function firstMark(marks, from, to) {
    for (var at = from; at <= to; at++) if (marks[at] >= 0) return at;
    return 0;
  }

  function cut(best) {
    var from = Math.max(0, best.first - BEFORE), to = Math.min(best.words.length, from + LENGTH), parts = [];
    if (!best.words.length) return parts;
    // A text that is hardly longer is shown to its end.
    if (best.words.length - to < 6) to = best.words.length;
    var start = from === 0 ? 0 : best.words[from].start, end = to === best.words.length ? best.text.length : best.words[to - 1].end;
    if (from > 0) parts.push({ text: '… ' });
    for (var at = from; at < to; at++) {
      if (best.marks[at] < 0) continue;
      parts.push({ text: best.text.slice(start, best.words[at].start) }, { text: best.text.slice(best.words[at].start, best.words[at].end), isMarked: true });
      start = best.words[at].end;
    }
    parts.push({ text: best.text.slice(start, end) + (to < best.words.length ? ' …' : '') });
    return parts;
  }

  search.addParts = function (element, parts) {
    parts.forEach(function (part) {
      if (!part.isMarked) return void element.appendChild(document.createTextNode(part.text));
      element.appendChild(document.createElement('mark')).textContent = part.text;
    });
  };

  // Whether terms follow each other somewhere in a text.
  search.holds = function (terms, phrase) {
    return terms.some(function (_, at) { return phrase.every(function (term, index) { return terms[at + index] === term; }); });
  };
})();
