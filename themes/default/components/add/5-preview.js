// What the page of an entry will show: its name, facts and text, in the places that the page has for them, and what it will not show.
(function () {
  'use strict';
  var add = window.folkmootAdd;
  if (!add) return;
  var language = document.documentElement.lang;
  // The pages write days as in Britain.
  if (language === 'en') language = 'en-GB';

  // A text of the interface with its {names} filled in: by texts, or by elements.
  add.filled = function (text, values) {
    var box = document.createDocumentFragment();
    text.split(/(\{[a-z]+\})/).forEach(function (part) {
      var value = values[part.slice(1, -1)];
      box.appendChild(/^\{/.test(part) && value ? typeof value === 'string' ? add.element('bdi', value) : value : document.createTextNode(part));
    });
    return box;
  };

  // Where a message goes: the address for e-mail, another address, or words for the people who read it.
  add.address = function () {
    var url = add.says('mail') || add.says('contact');
    if (!url) return document.createTextNode(add.says('keeper'));
    return add.element('a', decodeURIComponent(url.replace(/^mailto:/, '')), { href: url, dir: 'ltr' });
  };

  function isLink(url) { return /^(https?:\/\/|mailto:)/i.test(url); }
  function link(url, text) { return add.element('a', text, { href: url, target: '_blank', rel: 'noopener noreferrer' }); }
  function host(url) { return url.replace(/^[a-z]+:(\/\/)?/i, '').replace(/[\/?#].*$/, ''); }
  // An address becomes a link, and what is shown of it is its host.
  function contact(text) {
    if (isLink(text)) return link(text, host(text));
    return /^[^\s@]+@[^\s@]+$/.test(text) ? link('mailto:' + text, text) : document.createTextNode(text);
  }

  // Words of the browser, for days and numbers; what it cannot say stays as it was written.
  function said(make, plain) { try { return make(); } catch (error) { return plain; } }
  function day(text, options) {
    return said(function () {
      options.timeZone = 'UTC';
      return new Intl.DateTimeFormat(language + '-u-nu-latn', options).format(new Date(text + 'T00:00:00Z'));
    }, text);
  }
  function date(text) { return day(text, { day: 'numeric', month: 'long', year: 'numeric' }); }
  function number(text, options) {
    var digits = text.replace(/\D/g, '');
    return said(function () { return new Intl.NumberFormat(language + '-u-nu-latn', options).format(+digits); }, text);
  }

  // A term that is not there yet has the name that is made of its id.
  function term(field, name) {
    var id = add.id(field.names, name);
    if (id) return add.entry(field.names, id).name;
    var words = add.idFrom(name).replace(/-/g, ' ');
    return words.charAt(0).toUpperCase() + words.slice(1);
  }

  // What the page shows of an answer: texts and elements.
  function shown(form, field) {
    var answer = field.answer();
    if (!answer.length) return [];
    switch (field.type) {
    case 'terms':
      return answer.filter(function (name) { return field.names !== 'governments' || add.id(field.names, name); }).map(function (name) { return term(field, name); });
    case 'people': return answer.map(add.person);
    case 'lines': return add.lines(answer);
    case 'actions': return answer.map(function (action) { return action.split('\n'); });
    case 'community': return [(add.entry('communities', add.id('communities', answer)) || { name: answer }).name];
    case 'event': return [field.input.selectedOptions[0].textContent];
    case 'list': return add.items(answer).map(contact);
    case 'count': return [number(answer)];
    case 'integer': return [field.key === 'minutes' ? number(answer, { style: 'unit', unit: 'minute', unitDisplay: 'long' }) : number(answer)];
    case 'date':
      var parts = answer.split(' ');
      return [parts[1] ? day(parts[0], { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }) + add.says('separator') + parts[1] : date(parts[0])];
    }
    if (field.input.tagName === 'SELECT') return [field.input.selectedOptions[0].textContent];
    if (field.names) return [(add.entry(field.names, add.id(field.names, answer)) || { name: answer }).name];
    return [['join', 'url', 'register', 'source', 'online'].indexOf(field.key) >= 0 ? contact(answer) : add.oneLine(answer)];
  }

  function answered(form, key) {
    return form.fields.some(function (field) { return field.key === key && field.answer().length; });
  }
  function answer(form, key) {
    var found = form.fields.filter(function (field) { return field.key === key; })[0];
    return found ? found.answer() : '';
  }

  function put(box, values, between) {
    values.forEach(function (value, index) {
      if (index) box.appendChild(document.createTextNode(between));
      box.appendChild(typeof value === 'string' ? document.createTextNode(value) : value);
    });
  }

  function fill(form, box, field) {
    var values = field ? shown(form, field) : [], words = box.getAttribute('data-words');
    box.textContent = '';
    if (values.length && box.hasAttribute('data-hidden') && answer(form, 'open_to') !== 'everyone') values = [box.getAttribute('data-hidden')];
    if (field && field.type === 'body') text(box, add.plain(field.answer()));
    else if (field && field.type === 'actions') values.forEach(function (parts) {
      var item = add.element('li', parts[0] + ' ');
      // Who does it is shown only of people who agreed, and that is not known here.
      if (parts[2]) item.appendChild(add.element('span', '(' + box.getAttribute('data-by').replace('{date}', function () { return date(parts[2]); }) + ')', { 'class': 'muted' }));
      box.appendChild(item);
    });
    else if (box.tagName === 'UL') values.forEach(function (value) { box.appendChild(add.element('li', value)); });
    else if (words && values.length) {
      var url = field.answer();
      if (isLink(url)) box.appendChild(add.element('a', words.replace('{host}', function () { return host(url); }), { 'class': 'button', href: url, target: '_blank', rel: 'noopener noreferrer' }));
    } else put(box, values, ' · ');
    if (box.hasAttribute('data-empty')) {
      // A sign for those who see it, words for those who listen.
      if (box.firstChild) box.removeAttribute('aria-label'); else box.setAttribute('aria-label', box.getAttribute('data-empty-said'));
      if (!box.firstChild) box.textContent = box.getAttribute('data-empty');
    }
    (box.tagName === 'DD' ? box.parentNode : box).hidden = !box.firstChild;
  }

  add.preview = function (form) {
    var box = form.section.querySelector('.add-preview');
    if (!box) return;
    add.list(box, '[data-show]').forEach(function (part) {
      var key = part.getAttribute('data-show');
      // The hour of an event has a zone, which is the handbook's where no other is said.
      if (key === 'time_zone' && !/ /.test(answer(form, 'starts'))) { part.parentNode.hidden = true; return; }
      fill(form, part, form.fields.filter(function (field) { return field.key === key; })[0]);
      if (key === 'time_zone' && !part.firstChild && add.says('zone')) { part.textContent = add.says('zone'); part.parentNode.hidden = false; }
    });
    add.list(box, '[data-with]').forEach(function (part) { part.hidden = !answered(form, part.getAttribute('data-with')); });
    add.list(box, '[data-without]').forEach(function (part) {
      part.hidden = part.getAttribute('data-without').split(' ').some(function (key) { return answered(form, key); });
    });
    add.list(box, 'dl').forEach(function (facts) { facts.hidden = !facts.querySelector('div:not([hidden])'); });
    notes(form);
  };

  // A picture that somebody wrote about, or tried to put into the form.
  add.hasPicture = function (form) {
    return form.hasPicture || form.fields.some(function (field) {
      return field.type === 'body' && /!\[|<img\b|[^\s\/]\.(jpe?g|png|gif|webp|heic|avif)\b/i.test(field.answer());
    });
  };

  // What the page will not show, below it and below the question.
  function notes(form) {
    var list = form.section.querySelector('.add-notes'), unknown = add.unknownGovernments(form);
    var found = unknown.join('\n') + (add.hasPicture(form) ? '\n\n' : '');
    if (list.getAttribute('data-found') === found) return;
    list.setAttribute('data-found', found);
    list.textContent = '';
    function note(text, values) {
      var item = add.element('li');
      item.appendChild(add.filled(text, values));
      list.appendChild(item);
    }
    function government() { return add.filled(add.says('note-government'), { name: unknown.join(add.says('separator')) }); }
    if (unknown.length) note(add.says('note-government'), { name: unknown.join(add.says('separator')) });
    if (add.hasPicture(form)) note(add.says('note-picture'), { address: add.address() });
    list.hidden = !list.firstChild;
    form.fields.forEach(function (field) {
      if (field.names !== 'governments') return;
      var own = field.element.querySelector('.add-note') || field.element.appendChild(add.element('p', '', { 'class': 'notice add-note' }));
      own.textContent = '';
      own.hidden = !unknown.length;
      if (unknown.length) own.appendChild(government());
    });
  }

  // The text as the page has it, which is Markdown made of what was typed: paragraphs, lists and tables.
  var RULE = /^\|(\s*:?-+:?\s*\|)+$/;
  function text(box, source) {
    source.split(/\n\s*\n/).forEach(function (block) {
      var paragraph = null, table = null, list = null, item = null;
      block.split('\n').forEach(function (line, index, lines) {
        var found = /^( *)([-*+]|\d{1,9}[.)])\s+(.*)$/.exec(line);
        if (/^\|.*\|$/.test(line) && (table || RULE.test(lines[index + 1] || ''))) {
          if (RULE.test(line)) return;
          var isHead = !table, row = add.element('tr');
          if (isHead) { table = add.element('table'); box.appendChild(table); }
          line.slice(1, -1).replace(/\\\|/g, '\u0000').split('|').forEach(function (cell) { inline(row.appendChild(add.element(isHead ? 'th' : 'td')), cell.trim().replace(/\u0000/g, '\\|')); });
          table.appendChild(row);
        } else if (found && (list || !paragraph)) {
          if (!list) { list = add.element(/\d/.test(found[2]) ? 'ol' : 'ul'); box.appendChild(list); }
          var into = list;
          if (found[1] && item) into = item.querySelector('ul') || item.appendChild(add.element('ul'));
          var made = into.appendChild(add.element('li'));
          if (into === list) item = made;
          inline(made, found[3]);
        } else if (item) inline(item, ' ' + line.trim());
        else {
          if (paragraph) paragraph.appendChild(document.createTextNode(' ')); else paragraph = box.appendChild(add.element('p'));
          inline(paragraph, line);
        }
      });
    });
  }

  // Links, words that are strong or stressed, and signs that are only themselves.
  function inline(box, source) {
    var sign = /\\([!-\/:-@\[-`{-~])|\[([^\[\]]*)\]\(((?:https?|mailto):[^\s()]+)\)|(https?:\/\/[^\s<>]*[^\s<>.,;:!?'")\]])|\*\*([^*]+)\*\*|\*([^\s*][^*]*)\*/g, last = 0, found;
    function words(end) { if (end > last) box.appendChild(document.createTextNode(source.slice(last, end))); }
    while ((found = sign.exec(source))) {
      words(found.index);
      last = sign.lastIndex;
      if (found[1]) box.appendChild(document.createTextNode(found[1]));
      else if (found[3]) box.appendChild(link(found[3], found[2] || found[3]));
      else if (found[4]) box.appendChild(link(found[4], found[4]));
      else box.appendChild(add.element(found[5] ? 'strong' : 'em', found[5] || found[6]));
    }
    words(source.length);
  }
})();
