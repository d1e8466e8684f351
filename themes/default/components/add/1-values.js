// The page on which an entry is made works in parts that share one object: answers and what they must be, names that the
// handbook knows, the file, the preview, ways to send it. This file asks each field for its answer, and says what is wrong
// with it; what it may be comes from the table of keys, by attributes of the page.
(function () {
  'use strict';
  var root = document.querySelector('[data-module="add"]');
  if (!root) return;
  var add = window.folkmootAdd = { root: root };

  add.list = function (within, selector) { return Array.prototype.slice.call(within.querySelectorAll(selector)); };
  add.says = function (name) { return root.getAttribute('data-' + name); };

  add.element = function (name, text, attributes) {
    var element = document.createElement(name);
    if (text) element.textContent = text;
    Object.keys(attributes || {}).forEach(function (key) { element.setAttribute(key, attributes[key]); });
    return element;
  };

  add.fold = window.folkmootFold;

  // Invisible characters come along with pasted text, and the checks would refuse them.
  var unseen = add.says('unseen').split(' ').map(function (code) { return String.fromCharCode(parseInt(code, 16)); });
  function seen(text) { return visible(text).trim(); }
  add.seen = seen;
  function visible(text) {
    // Half a sign, which no address can carry, is none.
    text = text.replace(/([\ud800-\udbff][\udc00-\udfff])|[\ud800-\udfff]/g, '$1');
    return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '').split('').filter(function (sign) { return unseen.indexOf(sign) < 0; }).join('');
  }
  // Commas and semicolons of every script, between names.
  add.BETWEEN = /[,;\u060c\u061b\u3001]/;
  add.oneLine = function (text) { return text.split('\n').map(function (one) { return one.trim(); }).filter(Boolean).join(' '); };
  add.items = function (text) { return text.split(/\n|;/).map(function (one) { return one.trim(); }).filter(Boolean); };

  // Zones of the browser, that of its own clock first.
  add.ownZone = function () { try { return new Intl.DateTimeFormat().resolvedOptions().timeZone || ''; } catch (error) { return ''; } };
  add.zones = function () {
    var own = add.ownZone(), all = [];
    try { all = Intl.supportedValuesOf('timeZone'); } catch (error) { /* an older browser knows them and lists none */ }
    return [own, add.says('zone')].concat(all).filter(function (one, index, list) { return one && list.indexOf(one) === index; });
  };
  function isZone(name) {
    // Some browsers take PST and its like too, which say nothing of summer time.
    if (name !== 'UTC' && !/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)+$/.test(name)) return false;
    try { new Intl.DateTimeFormat('en', { timeZone: name }); return true; } catch (error) { return false; }
  }

  // The day where the handbook is at home: for somebody east of it, it may be tomorrow already, and no fact is of tomorrow.
  add.today = function () {
    try {
      return new Intl.DateTimeFormat('en-CA', { timeZone: add.says('zone') || 'UTC', year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date());
    } catch (error) {
      return new Date().toISOString().slice(0, 10);
    }
  };

  // One question: {key, type, names, answer(), set(answer), problem()}. An answer is a text, or a list of texts for names and actions.
  add.field = function (element) {
    var key = element.getAttribute('data-key'), type = element.getAttribute('data-type');
    var input = element.querySelector('select, textarea, input:not(.add-time)'), time = element.querySelector('input.add-time');
    var field = { element: element, key: key, type: type, names: element.getAttribute('data-names'), input: input, inputs: time ? [input, time] : [input], chosen: [] };
    field.isRequired = element.hasAttribute('data-required');
    // Each name is apart, with a button that takes it away.
    field.hasNames = type === 'terms' || type === 'people';
    field.isList = field.hasNames || type === 'actions';
    // What it asks, without its remark that an answer is needed.
    field.label = (element.querySelector('.add-label') || element.querySelector('label')).firstChild.textContent.trim();

    field.answer = function () {
      if (field.hasNames) return field.chosen.concat(input.value.split(add.BETWEEN).map(seen).filter(Boolean));
      // The first cell of a table may be empty, and its tab comes first.
      if (type === 'body') return ('.' + visible(input.value).replace(/^[ \r\n]+/, '')).trim().slice(1);
      var text = seen(input.value);
      return time && text && time.value ? text + ' ' + time.value : text;
    };

    field.set = function (answer) {
      if (field.hasNames) {
        field.chosen = [];
        [].concat(answer).forEach(function (one) { if (one) field.choose(one); });
      } else if (time) {
        input.value = answer.split(/[ T]/)[0];
        time.value = answer.split(/[ T]/)[1] || '';
      } else {
        input.value = answer;
      }
    };

    // What is wrong with the answer, in words, or nothing.
    field.problem = function () {
      var answer = field.answer(), pattern = element.getAttribute('data-pattern'), most = element.getAttribute('data-maximum-length');
      // What a browser could not read as a day is an empty text to a script.
      if (field.inputs.some(function (one) { return one.validity && one.validity.badInput; })) return add.says('date');
      if (time && !input.value && time.value) return add.says('needed');
      if (!answer.length) return field.isRequired ? add.says('needed') : '';
      if (most && Array.from(answer).length > +most) return add.says('long').replace('{n}', Array.from(answer).length).replace('{most}', most);
      if (type === 'community' && !add.id('communities', answer)) return add.says('unknown');
      // Browsers take any letter case, and the handbook does not.
      if (type === 'zone') return isZone(answer) ? '' : add.says('no-zone');
      var parts = type === 'list' ? add.items(answer) : [answer];
      if (pattern && !parts.every(function (one) { return new RegExp(pattern).test(one); })) return add.says(type === 'date' ? 'date' : type === 'integer' || type === 'count' ? 'number' : 'url');
      if (element.hasAttribute('data-minimum')) {
        var number = +answer.replace(/\D/g, '');
        if (number < +element.getAttribute('data-minimum') || number > +element.getAttribute('data-maximum')) return add.says('range').replace('{least}', element.getAttribute('data-minimum')).replace('{most}', element.getAttribute('data-maximum'));
      }
      if (element.hasAttribute('data-past') && answer.slice(0, 10) > add.today()) return add.says('to-come');
      return '';
    };

    field.show = function (problem) {
      var error = element.querySelector('.add-error');
      error.textContent = problem;
      error.hidden = !problem;
      var input = field.input, hint = element.querySelector('.add-hint'), about = [hint && hint.id, problem && error.id].filter(Boolean).join(' ');
      if (problem) input.setAttribute('aria-invalid', 'true'); else input.removeAttribute('aria-invalid');
      if (about) input.setAttribute('aria-describedby', about); else input.removeAttribute('aria-describedby');
      return !problem;
    };
    if (type === 'actions') actions(field);
    return field;
  };

  // Actions are rows of what, who and by when. Each is a text of three lines in an answer.
  var PARTS = ['what', 'who', 'by'];
  function actions(field) {
    var first = field.element.querySelector('.add-action'), another = field.element.querySelector('[data-do=another]'), made = 1;
    // Called after each change; a form sets it.
    field.changed = function () {};
    function rows() { return add.list(field.element, '.add-action'); }
    function part(row, name) { return row.querySelector('[data-part=' + name + ']'); }
    function values(row) { return PARTS.map(function (name) { return seen(part(row, name).value); }); }
    function find() {
      field.inputs = [].concat.apply([], rows().map(function (row) { return PARTS.map(function (name) { return part(row, name); }); }));
      rows().forEach(function (row, index, all) { row.querySelector('[data-do=drop]').hidden = all.length === 1 && !values(row).join(''); });
    }
    function more() {
      var row = first.cloneNode(true);
      made++;
      add.list(row, '[id]').concat(add.list(row, 'label')).forEach(function (one) {
        ['id', 'for'].forEach(function (name) { if (one.hasAttribute(name)) one.setAttribute(name, one.getAttribute(name) + '-' + made); });
      });
      add.list(row, 'input').forEach(function (input) { input.value = ''; input.removeAttribute('aria-invalid'); input.removeAttribute('aria-describedby'); });
      field.element.insertBefore(row, another);
      find();
      return row;
    }
    field.answer = function () { return rows().map(values).filter(function (row) { return row.join(''); }).map(function (row) { return row.join('\n'); }); };
    field.set = function (answer) {
      rows().slice(1).forEach(function (row) { field.element.removeChild(row); });
      field.input = part(first, 'what');
      PARTS.forEach(function (name) { part(first, name).value = ''; });
      [].concat(answer).filter(Boolean).forEach(function (text, index) {
        var row = index ? more() : first, lines = text.split('\n');
        PARTS.forEach(function (name, at) { part(row, name).value = lines[at] || ''; });
      });
      find();
    };
    field.problem = function () {
      field.inputs.forEach(function (input) { input.removeAttribute('aria-invalid'); });
      var day = field.inputs.filter(function (input) { return input.validity && input.validity.badInput; })[0];
      if (day) { field.input = day; return add.says('date'); }
      var row = rows().filter(function (one) { return values(one).join('') && !values(one)[0]; })[0];
      field.input = part(row || first, 'what');
      return row ? add.says('needed') : '';
    };
    field.element.addEventListener('click', function (event) {
      var button = event.target.closest('button[data-do]');
      if (!button) return;
      if (button === another) part(more(), 'what').focus();
      else if (rows().length > 1) {
        var row = button.closest('.add-action'), at = rows().indexOf(row);
        // The first row is the pattern of the others, so what is in the next moves up.
        rows().slice(at + 1).forEach(function (next, index) { PARTS.forEach(function (name) { part(rows()[at + index], name).value = part(next, name).value; }); });
        field.element.removeChild(rows()[rows().length - 1]);
        find();
        part(rows()[Math.min(at, rows().length - 1)], 'what').focus();
      } else {
        field.set('');
        field.input.focus();
      }
      field.changed();
    });
    field.element.addEventListener('input', find);
    find();
  }
})();
