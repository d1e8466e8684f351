// Names that the handbook knows, from the search's small file: offered while somebody types, kept apart from new ones, and
// compared with the name of a new entry.
(function () {
  'use strict';
  var add = window.folkmootAdd;
  if (!add) return;
  var byFolder = Object.create(null), MOST_ALIKE = 4;

  // [{id, name, url, words}] of a folder.
  add.known = function (folder) { return byFolder[folder] || []; };
  add.entry = function (folder, id) { return add.known(folder).filter(function (one) { return one.id === id; })[0]; };

  add.loadNames = function (done) {
    function take() {
      window.folkmootNames.forEach(function (row) {
        var parts = row[1].split('/').slice(-3, -1), others = row[3].replace(/\n/g, ' ');
        (byFolder[parts[0]] = byFolder[parts[0]] || []).push({ id: parts[1], name: row[0], url: row[1], folded: add.fold(row[0]), others: ' ' + add.fold(others) + ' ' });
      });
      done();
    }
    // Without them everything can be written by hand.
    window.folkmootScript(add.says('names'), take, done);
  };

  // The id with that name, or nothing.
  add.id = function (folder, name) {
    var folded = add.fold(name.trim()), list = add.known(folder);
    function found(test) { var one = list.filter(test)[0]; return one && one.id; }
    return found(function (one) { return one.id === folded || one.folded === folded; })
      || (folded.length > 2 && found(function (one) { return one.others.indexOf(' ' + folded + ' ') >= 0; })) || '';
  };

  // Not as literals: a browser that does not know these classes would take no line of this file.
  function signs(unicode, plain) { try { return new RegExp(unicode, 'u'); } catch (error) { return plain; } }
  var PARTS = signs('[^\\p{L}\\p{N}]+', /[^a-z0-9]+/), MARK = signs('\\p{Mn}', /[\u0300-\u036f]/), LETTER = signs('\\p{Alphabetic}', /[^\u0000-\u024f\u2000-\u206f]/);
  // "e0-e5:a" and so on: what an id has for letters with accents.
  var letters = add.says('letters').split(' ').map(function (one) {
    var parts = one.split(/[-:]/);
    return { first: parseInt(parts[0], 16), last: parseInt(parts[1], 16), plain: parts[2] };
  });
  function unaccented(sign) {
    var code = sign.codePointAt(0);
    return code < 0x80 ? sign : (letters.filter(function (one) { return one.first <= code && code <= one.last; })[0] || { plain: '-' }).plain;
  }

  // As ID.from in Sources/Content makes it, which says why.
  add.idFrom = function (name) {
    var id = '', isWhole = true, small = Array.from(name).map(function (sign) { return sign.toLowerCase(); }).join('');
    // C++, C# and C are three.
    var said = small.replace(/([a-z0-9\u0080-\uffff])(\+{2,}|#{2,}|[+#](?![a-z0-9\u0080-\uffff]))/g, function (_, before, signs) {
      return before + signs.replace(/\+/g, ' plus').replace(/#/g, ' sharp') + ' ';
    });
    Array.from(said).forEach(function (sign) {
      if (MARK.test(sign)) return;
      var plain = unaccented(sign);
      if (plain === '-' && sign !== '-' && LETTER.test(sign)) isWhole = false;
      if (/^[a-z0-9]+$/.test(plain)) id += plain;
      else if (id && plain !== "'" && !/-$/.test(id)) id += '-';
    });
    if (id.length > 100) { id = id.slice(0, 100); isWhole = false; }
    id = id.replace(/-+$/, '') || 'item';
    if (isWhole && id !== 'index') return id;
    var hash = 0x811c9dc5;
    unescape(encodeURIComponent(small)).split('').forEach(function (byte) { hash = Math.imul(hash ^ byte.charCodeAt(0), 0x01000193); });
    return id + '-' + ('0000000' + (hash >>> 0).toString(16)).slice(-8);
  };

  // Words that say nothing about which community it is.
  var common = add.says('common').split(' ');
  function words(text) { return add.fold(text).split(PARTS).filter(function (word) { return word && common.indexOf(word) < 0; }); }

  // Communities whose name is nearly this one: half of all words of both are the same, or all words of one are in the other.
  add.alike = function (name) {
    var own = words(name);
    if (!own.length) return [];
    return add.known('communities').map(function (one) {
      var its = words(one.name), others = words(one.others);
      var shared = own.filter(function (word) { return its.indexOf(word) >= 0; }).length;
      var all = own.length + its.length - shared;
      var isNamedSo = own.every(function (word) { return others.indexOf(word) >= 0; });
      return { one: one, worth: its.length && (shared === own.length || shared === its.length) ? 1 + shared / all : isNamedSo ? 1 : shared / all };
    }).filter(function (found) { return found.worth >= 0.5; }).sort(function (a, b) { return b.worth - a.worth; }).slice(0, MOST_ALIKE).map(function (found) { return found.one; });
  };

  // A field for names: what is chosen is before it, each with a button that takes it away.
  add.terms = function (field, changed) {
    var box = add.element('ul', '', { 'class': 'add-chosen' });
    field.element.insertBefore(box, field.input);
    // Several at once, if separated as in a sentence.
    field.choose = function (names) { names.split(add.BETWEEN).forEach(choose); };

    function choose(name) {
      var known = add.entry(field.names, add.id(field.names, name));
      var text = known ? known.name : add.seen(name);
      field.input.value = '';
      if (!text || field.chosen.indexOf(text) >= 0) return;
      field.chosen.push(text);
      var item = add.element('li'), button = add.element('button', text, { type: 'button', 'class': 'button-quiet', 'aria-label': add.says('remove').replace('{name}', function () { return text; }) });
      button.addEventListener('click', function () {
        field.chosen.splice(field.chosen.indexOf(text), 1);
        box.removeChild(item);
        field.input.focus();
        changed();
      });
      item.appendChild(button);
      box.appendChild(item);
    }
    field.clear = function () { box.textContent = ''; field.chosen = []; };
    field.input.addEventListener('keydown', function (event) {
      if (event.isComposing || (event.key !== 'Enter' && !(event.key.length === 1 && add.BETWEEN.test(event.key))) || !field.input.value.trim()) return;
      event.preventDefault();
      field.choose(field.input.value);
      changed();
    });
    // Chosen from the list that the browser offers.
    field.input.addEventListener('input', function (event) {
      // The keyboards of phones do not say which key it was.
      if (/\S/.test(field.input.value.split(add.BETWEEN)[0]) && add.BETWEEN.test(field.input.value.trim().slice(-1))) { field.choose(field.input.value); return changed(); }
      if (event.inputType && event.inputType !== 'insertReplacementText') return;
      if (add.known(field.names).some(function (one) { return one.name === field.input.value; })) { field.choose(field.input.value); changed(); }
    });
    field.input.addEventListener('blur', function () { if (field.input.value.trim()) { field.choose(field.input.value); changed(); } });
  };
})();
