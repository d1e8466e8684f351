// The file of an entry: its path and its text.
(function () {
  'use strict';
  var add = window.folkmootAdd;
  if (!add) return;

  // Longer lines are broken by mail programs, and only quoted text survives that.
  var LONGEST_LINE = 60;
  // A table of more is a sheet for an attachment, and one short line with a thousand tabs would widen all others.
  var MOST_CELLS = 5000;

  // A text as YAML writes it: plain where it is read back as it is, else in double quotes.
  add.scalar = function (text) {
    var isPlain = /^[A-Za-z0-9\u00c0-\u024f](?:[^\u0000-\u0020\u007f-\u009f\u2028\u2029\ufeff:,\[\]{}]| (?! |#|$)|:(?=\S))*$/.test(text);
    if (isPlain && text.length <= LONGEST_LINE && !/^(null|true|false|yes|no|on|off)$/i.test(text)) return text;
    return '"' + text.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n').replace(/\t/g, '\\t').replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, ' ') + '"';
  };

  // What is written as in an e-mail, so that it is read as that: no tags, headings, lines, links by name or code by accident. Lists stay
  // lists, and lines with tabs are a table that was copied.
  add.plain = plain;
  function plain(text) {
    var lines = text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n').split('\n'), out = [], rows = [], number = 0, isInList = false;
    function escaped(line) {
      return line.replace(/<((?:https?|mailto):[^\s<>]+)>/g, '$1')
        .replace(/[<`\\]|!(?=\[)|\[(?![^\[\]]*\]\((?:https?|mailto):)/g, '\\$&').replace(/([^\s*])\*(?=[^\s*])/g, '$1\\*')
        .replace(/^(#{1,6}(?=\s|$)|[-=]+(?=\s*$)|[_*+~]{3,}|>|:::)/, '\\$&');
    }
    // A number that does not go on from the one before it is a day, or a figure of some kind.
    function numbered(line) {
      var found = /^(\d{1,9})([.)])\s/.exec(line);
      if (!found) return line;
      if (+found[1] !== 1 && +found[1] !== number + 1) return found[1] + '\\' + line.slice(found[1].length);
      number = +found[1];
      return line;
    }
    function add(line) {
      var lead = /^ */.exec(line)[0], isItem = /^([-*+]|\d{1,9}[.)])\s/.test(line.trim());
      if (!line.trim()) { isInList = false; number = 0; out.push(''); return; }
      line = line.trim();
      var mark = isItem ? /^\S+\s+/.exec(line)[0] : '';
      line = mark + escaped(line.slice(mark.length));
      // What is further in belongs to the item above it.
      if (lead && isInList) return out.push(lead.slice(0, 8) + line);
      out.push(numbered(line));
      isInList = isItem;
    }
    function flush() {
      var width = rows.reduce(function (most, row) { return Math.max(most, row.length); }, 0);
      if (rows.length > 1 && rows.length * width <= MOST_CELLS) {
        rows = rows.map(function (row) {
          while (row.length < width) row.push('');
          return '| ' + row.map(function (cell) { return escaped(cell.trim()).replace(/\|/g, '\\|'); }).join(' | ') + ' |';
        });
        rows.splice(1, 0, '|' + new Array(width + 1).join(' --- |'));
        out = out.concat(out.length && out[out.length - 1] ? [''] : [], rows, ['']);
      } else rows.forEach(function (row) { add(row.join(' ')); });
      rows = [];
    }
    lines.forEach(function (line) {
      // Bullets and numbers of a word processor.
      line = line.replace(/^(\s*)[\u2022\u00b7\u25aa\u25e6\u2023]\s+/, '$1- ').replace(/^(\s*\d{1,9}[.)])\t\s*/, '$1 ').replace(/^\t+(?=[^\t]*$)/, '');
      if (/\S\t|\t\S.*\t/.test(line)) return rows.push(line.split('\t'));
      flush();
      add(line);
    });
    flush();
    return out.join('\n').replace(/\n{3,}/g, '\n\n').trim();
  }

  // A name that is no id, because an id must be that of an entry.
  add.person = function (name) {
    if (!/^[a-z0-9-]+$/.test(name)) return name;
    return /[a-z]/.test(name) ? name.replace(/[a-z]/, function (letter) { return letter.toUpperCase(); }) : name + '.';
  };

  // Lines of a text that was written as a list.
  add.lines = function (text) {
    return text.split('\n').map(function (line) { return line.trim().replace(/^([-*+\u2022\u00b7]|\d{1,3}[.)])\s+/, ''); }).filter(Boolean);
  };

  // Governments that were written and are not in the handbook.
  add.unknownGovernments = function (form) {
    return [].concat.apply([], form.fields.filter(function (field) { return field.names === 'governments'; }).map(function (field) {
      return [].concat(field.answer()).filter(function (name) { return name && !add.id('governments', name); });
    }));
  };

  // Comments of more than a line, each short enough for an e-mail.
  function comment(text) {
    var lines = [''];
    text.split(' ').forEach(function (word) {
      if (lines[lines.length - 1].length + word.length > LONGEST_LINE) lines.push('');
      lines[lines.length - 1] += ' ' + word;
    });
    return lines.map(function (line) { return '#' + line; });
  }

  var WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'], ORDINALS = ['first', 'second', 'third', 'fourth', 'last'];
  // The lines of a repetition from a first day. A day that some months lack is the last of each month, if it is that of its own.
  function repetition(answer, day) {
    var parts = day.split('-').map(Number), rule = [];
    var isMonthly = /month/.test(answer), length = new Date(Date.UTC(parts[0], parts[1], 0)).getUTCDate();
    if (day && answer === 'month weekday') rule.push('  day: ' + ORDINALS[Math.min(4, Math.floor((parts[2] - 1) / 7))] + ' ' + WEEKDAYS[new Date(Date.UTC(parts[0], parts[1] - 1, parts[2])).getUTCDay()]);
    else if (day && isMonthly) rule.push('  day: ' + (parts[2] > 28 && parts[2] === length ? 'last day' : parts[2]));
    else if (day && answer === 'year' && parts[1] === 2 && parts[2] === 29) rule.push('  day: last day');
    return ['repeats:', '  every: ' + answer.replace(' weekday', '')].concat(rule);
  }

  // {path, text, title} of a form: its kind, folder, titleKey and fields. What is said about a page is a message and has no path.
  add.file = function (form) { return form.kind === 'remark' ? remark(form) : entry(form); };

  function remark(form) {
    var answers = Object.create(null), lines = [];
    form.fields.forEach(function (field) {
      answers[field.key] = field.answer();
      if (field.key === 'about' && answers.about) lines.push(field.input.selectedOptions[0].textContent);
      else if (answers[field.key]) lines.push(answers[field.key]);
    });
    if (answers.about === 'right') lines.push(add.says('line') + ' verified: ' + add.today().slice(0, 7));
    var text = lines.join('\n\n') + '\n';
    return { path: '', text: text, alone: text, title: lines.slice(0, 2).reverse().join(': ') };
  }

  function entry(form) {
    var facts = [], body = '', folder = form.folder, title = '', day = '', unknown = add.unknownGovernments(form);
    form.fields.forEach(function (field) {
      var answer = field.answer();
      if (!answer.length) return;
      if (field.key === form.titleKey) title = answer;
      if (field.type === 'date') day = answer.split(' ')[0];
      if (field.type === 'body') body = plain(answer);
      else if (field.type === 'community') {
        var id = add.id('communities', answer);
        if (id) folder = 'communities/' + id + '/' + form.folder;
      } else if (field.type === 'terms') {
        var ids = [];
        answer.forEach(function (name) {
          var known = add.id(field.names, name);
          // A government is a file of its own: one that is not there yet is only remarked on.
          if (known || field.names !== 'governments') ids.push(known || add.idFrom(name));
        });
        ids = ids.filter(function (one, index) { return ids.indexOf(one) === index; });
        if (ids.length) facts.push(field.key + ': [' + ids.join(', ') + ']');
      } else if (field.type === 'people') {
        facts.push(field.key + ':');
        answer.forEach(function (name) { facts.push('  - ' + add.scalar(add.person(name))); });
      } else if (field.type === 'lines') {
        facts.push(field.key + ':');
        add.lines(answer).forEach(function (line) { facts.push('  - ' + add.scalar(line)); });
      } else if (field.type === 'actions') {
        facts.push(field.key + ':');
        answer.forEach(function (action) {
          var parts = action.split('\n');
          facts.push('  - what: ' + add.scalar(parts[0]));
          if (parts[1]) facts.push('    who: ' + add.scalar(add.person(parts[1])));
          if (parts[2]) facts.push('    by: ' + add.scalar(parts[2]));
        });
      } else if ((field.type === 'count' || field.type === 'integer') && field.problem()) {
        // Digits taken out of what is no number would be another number.
        facts.push(field.key + ': ' + add.scalar(answer));
      } else if (field.type === 'zone') {
        // The handbook's own need not be said.
        if (answer !== add.says('zone')) facts.push(field.key + ': ' + add.scalar(answer));
      } else if (field.type === 'repeats') {
        facts = facts.concat(repetition(answer, day));
      } else if (field.type === 'count') {
        facts.push(field.key + ':', '  count: ' + answer.replace(/\D/g, ''), '  as_of: ' + add.today());
      } else if (field.type === 'integer') {
        facts.push(field.key + ': ' + answer.replace(/\D/g, ''));
      } else if (field.type === 'date') {
        facts.push(field.key + ': ' + add.scalar(answer));
      } else if (field.type === 'list') {
        var items = add.items(answer);
        if (items.length === 1) facts.push(field.key + ': ' + add.scalar(items[0]));
        else facts.push(field.key + ':'), items.forEach(function (one) { facts.push('  - ' + add.scalar(one)); });
      } else {
        facts.push(field.key + ': ' + (field.names && add.id(field.names, answer) || add.scalar(add.oneLine(answer))));
      }
    });
    if (form.kind === 'community') facts.push('as_of: ' + add.today());
    // For reviewers of the proposal; readers of the page do not see it.
    if (unknown.length) facts = facts.concat(comment(add.says('no-government').replace('{name}', function () { return unknown.join(', ').replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, ' '); })));
    var name = add.idFrom(title || form.kind);
    if (day && (form.kind === 'event' || form.kind === 'writeup')) name += '-' + day;
    var start = name;
    for (var number = 2; folder === form.folder && add.entry(form.folder, name); number++) name = start + '-' + number;
    var path = 'content/' + folder + '/' + name + '.md', rest = facts.join('\n') + '\n---\n' + (body ? '\n' + body + '\n' : '');
    // Where it belongs goes with the text wherever nothing else says so; without a space, at which an e-mail would break the line.
    return { path: path, title: title, text: '---\n' + rest, alone: '---\n#' + path + '\n' + rest };
  }
})();
