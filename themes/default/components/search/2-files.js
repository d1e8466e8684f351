// Files of the index, each a script that hands over what it holds: from a disk browsers let a page read nothing else.
(function () {
  'use strict';
  var search = window.folkmootSearch;
  if (search.load) return;
  var waiting = Object.create(null), taken = Object.create(null);
  search.folder = '';
  search.loads = 0;

  window.folkmootTake = function (name, content) {
    if (!waiting[name]) return;
    waiting[name].isDone = true;
    waiting[name].done(content);
  };

  search.script = function (address) {
    return new Promise(function (done, fail) {
      var script = window.folkmootScript(address, done, function () {
        script.parentNode.removeChild(script);
        fail(new Error(address));
      });
    });
  };

  // Opened from a disk, a folder shows its files: a result leads to the page in it, as disk-links.js does with links.
  search.address = function (path) {
    return location.protocol === 'file:' ? path.replace(/\/(?=$|[?#])/, '/index.html') : path;
  };

  // What a file holds, once; a file that could not be loaded may be requested again.
  search.load = function (name) {
    if (taken[name]) return taken[name];
    search.loads += 1;
    taken[name] = new Promise(function (done, fail) {
      waiting[name] = { done: done };
      search.script(search.folder + name + '.js').then(function () {
        // A host may answer with something else; handing over comes first, and then this changes nothing.
        throw new Error(name);
      }).catch(function (error) {
        if (!waiting[name].isDone) delete taken[name];
        fail(error);
      });
    });
    return taken[name];
  };

  search.isLoaded = function (name) { return !!taken[name]; };

  // Numbers as printable characters, as Sources/Search/Symbols.swift writes them.
  var VALUES = [], next = 0;
  for (var code = 0x21; code <= 0x7e; code++) if (code !== 0x22 && code !== 0x5c && code !== 0x3c) VALUES[code] = next++;
  var BASE = next, ONE = 64, TWO = ONE + 25 * BASE;

  search.reader = function (text, at) {
    function symbol() { return VALUES[text.charCodeAt(at++)]; }
    return {
      symbol: symbol,
      isAtEnd: function () { return at >= text.length; },
      number: function () {
        var first = symbol();
        if (first < ONE) return first;
        if (first < ONE + 25) return ONE + (first - ONE) * BASE + symbol();
        return TWO + (symbol() * BASE + symbol()) * BASE + symbol();
      }
    };
  };

  // Which of a part's files, whose starts are in order, holds a key; a key may be a number.
  search.place = function (part, key) {
    var low = 0, high = part[0].length - 1;
    while (low < high) {
      var middle = (low + high + 1) >> 1;
      if (part[0][middle] <= key) low = middle; else high = middle - 1;
    }
    return low;
  };

  // term → what follows it, of a file of terms.
  var decoded = Object.create(null);
  search.termsOf = function (name) {
    return search.load(name).then(function (text) {
      if (decoded[name]) return decoded[name];
      var fields = text.split(' '), term = '', list = [], posts = Object.create(null);
      for (var index = 0; index + 1 < fields.length; index += 2) {
        term = term.slice(0, VALUES[fields[index].charCodeAt(0)]) + fields[index].slice(1);
        list.push(term);
        posts[term] = fields[index + 1];
      }
      return (decoded[name] = { list: list, posts: posts });
    });
  };
})();
