// Puts the forms to work: one kind at a time, answers checked as they are given and kept, a preview, and sending.
(function () {
  'use strict';
  var add = window.folkmootAdd;
  if (!add) return;
  var forms = add.list(add.root, 'section[data-kind]').map(function (section) {
    var form = { section: section, kind: section.getAttribute('data-kind'), folder: section.getAttribute('data-folder'), titleKey: section.getAttribute('data-title-key') };
    form.element = section.querySelector('form');
    form.fields = add.list(section, '.add-field').map(add.field);
    return form;
  });
  var links = add.list(add.root, '.add-kinds a');

  var MOST_SAID = 8000;

  function part(form, name) { return form.section.querySelector('.add-' + name); }

  function isKind(kind) { return forms.some(function (form) { return form.kind === kind; }); }

  function show(kind) {
    forms.forEach(function (form) { form.section.hidden = form.kind !== kind; });
    links.forEach(function (link) {
      if (link.getAttribute('data-kind') === kind) link.setAttribute('aria-current', 'true'); else link.removeAttribute('aria-current');
    });
  }

  function preview(form) {
    var file = add.file(form), path = part(form, 'path');
    part(form, 'text').textContent = file.text;
    if (path) path.textContent = file.path;
    add.preview(form);
    return file;
  }

  // Whether there is enough to send, in the bar; what is missing, above the ways to send it, each with a link to its question.
  function count(form) {
    var needed = form.fields.filter(function (field) { return field.isRequired || unsaid(form, field); });
    var missing = needed.filter(function (field) { return !field.answer().length || unsaid(form, field); });
    // An answer is judged once somebody has left it.
    var marked = form.fields.filter(function (field) { return missing.indexOf(field) < 0 && field.input.hasAttribute('aria-invalid'); });
    var bar = part(form, 'bar'), box = part(form, 'missing'), list = box.querySelector('ul'), open = missing.concat(marked), keys = open.map(function (field) { return field.key; }).join(' ');
    var words = missing.length ? add.says('count').replace('{n}', needed.length - missing.length).replace('{most}', needed.length) : add.says(marked.length ? 'look' : 'enough');
    if (part(form, 'enough').textContent !== words) part(form, 'enough').textContent = words;
    if (open.length) bar.removeAttribute('data-enough'); else bar.setAttribute('data-enough', '');
    box.hidden = !open.length;
    if (list.getAttribute('data-keys') === keys) return;
    list.setAttribute('data-keys', keys);
    list.textContent = '';
    open.forEach(function (field) {
      var link = add.element('a', field.label, { href: '#' + field.input.id });
      link.addEventListener('click', function (event) { event.preventDefault(); field.input.focus(); });
      list.appendChild(add.element('li')).appendChild(link);
    });
  }

  // Communities that may be the same one are below the name.
  function alike(form) {
    if (form.kind !== 'community') return;
    var field = form.fields[0], box = part(form, 'alike'), found = add.alike(field.answer());
    if (box.getAttribute('data-found') === found.map(function (one) { return one.id; }).join()) return;
    box.setAttribute('data-found', found.map(function (one) { return one.id; }).join());
    box.hidden = !found.length;
    var list = box.querySelector('ul');
    list.textContent = '';
    found.forEach(function (one) {
      var item = add.element('li');
      item.appendChild(add.element('a', one.name, { href: add.root.getAttribute('data-root') + one.url, target: '_blank', rel: 'noopener' }));
      list.appendChild(item);
    });
  }

  // An event of yesterday is fine, and mostly something else is meant: what happened there.
  function over(form) {
    var field = form.fields.filter(function (one) { return one.element.hasAttribute('data-to-come'); })[0];
    if (!field) return;
    var day = field.answer().slice(0, 10), note = field.element.querySelector('.add-over'), link = note.querySelector('a'), asked = ['kind=writeup'];
    note.hidden = !day || day >= add.today() || form.fields.some(function (one) { return one.type === 'repeats' && one.answer(); });
    form.fields.forEach(function (one) {
      var answer = one.key === 'starts' ? day : one.answer(), key = one.key === 'starts' ? 'date' : one.key;
      if (['title', 'community', 'date', 'summary'].indexOf(key) >= 0 && answer) asked.push(key + '=' + encodeURIComponent(key === 'community' ? add.id('communities', answer) || answer : answer));
    });
    link.href = '?' + asked.join('&');
  }

  function changed(form) {
    over(form);
    add.keep(form);
    preview(form);
    count(form);
    alike(form);
  }

  // The first answer that is not right, with all of them marked.
  function wrong(form) {
    return form.fields.filter(function (field) { return !field.show(field.problem() || unsaid(form, field)); })[0];
  }

  // A report that something is wrong says what.
  function unsaid(form, field) {
    var about = form.kind === 'remark' && field.key === 'text' && form.fields.filter(function (one) { return one.key === 'about'; })[0].answer();
    return about === 'wrong' && !field.answer() ? add.says('needed') : '';
  }

  function send(form, way) {
    var errors = part(form, 'errors'), first = wrong(form);
    errors.hidden = !first;
    add.forget(form);
    if (first) {
      errors.textContent = add.says('fix');
      count(form);
      return first.input.focus();
    }
    add.send(form, way, preview(form));
  }

  // Meetings of the community that was chosen, or all; the one that is chosen fills in what is still empty.
  function meetings(form, field) {
    var own = form.fields.filter(function (one) { return one.type === 'community'; })[0], all = add.list(field.input, 'option'), before = '';
    function at(key) { return form.fields.filter(function (one) { return one.key === key; })[0]; }
    // What the meeting before filled in is not somebody's own answer.
    function offer(one, answer, formerly) { if (one && answer && (!one.answer() || one.answer() === formerly)) one.set(answer); }
    function name(option) { return (add.entry('communities', option && option.getAttribute('data-community')) || { name: '' }).name; }
    function narrow() {
      var community = add.id('communities', own.answer()), value = field.input.value;
      var kept = all.filter(function (option) { return !option.value || option.value === value || !community || option.getAttribute('data-community') === community; });
      if (kept.length === field.input.options.length) return;
      field.input.textContent = '';
      kept.forEach(function (option) { field.input.appendChild(option); });
      field.input.value = value;
    }
    own.element.addEventListener('change', narrow);
    field.narrow = narrow;
    field.input.addEventListener('change', function () {
      var option = field.input.selectedOptions[0];
      if (option.value) {
        offer(at('title'), option.getAttribute('data-title'), before && before.getAttribute('data-title'));
        offer(at('date'), option.getAttribute('data-day'), before && before.getAttribute('data-day'));
        offer(own, name(option), name(before));
        before = option;
      }
      narrow();
      changed(form);
    });
  }

  function give(field, answer) {
    if (answer === undefined) return;
    if (field.type === 'community') answer = (add.entry('communities', answer) || { name: answer }).name;
    field.set(field.hasNames && !Array.isArray(answer) ? answer.split(',') : answer);
  }

  // Somebody in another zone than the handbook means the hour of their own clock.
  function offerZone(field, hasDraft) {
    if (field.type === 'zone' && !hasDraft && !field.answer() && add.ownZone() && add.ownZone() !== (add.says('zone') || 'UTC')) field.set(add.ownZone());
  }

  function start(form, asked) {
    form.asked = Object.keys(asked).length ? JSON.stringify(asked) : '';
    var draft = add.kept(form), hasDraft = Object.keys(draft).length > 0;
    form.fields.forEach(function (field) {
      var list = field.element.querySelector('datalist'), timer;
      if (list && field.type === 'zone') add.zones().forEach(function (one) { list.appendChild(add.element('option', '', { value: one })); });
      else if (list) add.known(field.names).forEach(function (one) { list.appendChild(add.element('option', '', { value: one.name })); });
      if (field.hasNames) add.terms(field, function () { changed(form); });
      if (field.type === 'event') meetings(form, field);
      if (field.type === 'actions') field.changed = function () { changed(form); };
      // An answer is judged when somebody leaves it, and from then on at each key.
      field.element.addEventListener('input', function () {
        if (field.input.hasAttribute('aria-invalid')) field.show(field.problem());
        if (!form.element.querySelector('[aria-invalid]')) part(form, 'errors').hidden = true;
        part(form, 'cleared').hidden = true;
        clearTimeout(timer);
        timer = setTimeout(function () { changed(form); }, 150);
      });
      field.element.addEventListener('change', function () {
        // An address without its beginning is what people copy.
        if (field.input.inputMode === 'url' && /^([a-z0-9-]+\.)+[a-z]{2,}(\/\S*)?$/i.test(field.answer())) { field.set('https://' + field.answer()); changed(form); }
        if (field.answer().length) field.show(field.problem());
        // Another answer may say whether a text is needed.
        form.fields.forEach(function (one) { if (one.input.hasAttribute('aria-invalid')) one.show(one.problem() || unsaid(form, one)); });
        count(form);
      });
      give(field, (hasDraft ? draft : asked)[field.key]);
      offerZone(field, hasDraft);
    });
    part(form, 'restored').hidden = !hasDraft;
    var way = '';
    // A field that is left may get a message, which would move the button away before the press has ended.
    form.element.addEventListener('mousedown', function (event) { if (event.target.closest('[data-way]')) event.preventDefault(); });
    form.element.addEventListener('click', function (event) {
      var button = event.target.closest('[data-way]');
      if (!button) return;
      way = button.getAttribute('data-way');
      button.focus({ preventScroll: true });
    });
    form.element.addEventListener('submit', function (event) {
      event.preventDefault();
      // Enter in a field is no way to send it.
      if (way) send(form, way); else wrong(form);
      way = '';
    });
    form.element.addEventListener('keydown', function (event) { if (event.key === 'Enter' && event.target.tagName === 'INPUT') event.preventDefault(); });
    function restore(answers) {
      form.fields.forEach(function (field) {
        if (field.clear) field.clear();
        field.set('');
        give(field, answers[field.key]);
      });
      form.fields.forEach(function (field) { if (field.narrow) field.narrow(); });
    }
    // A picture that is pasted or dropped into a text would be lost without a word.
    ['paste', 'drop'].forEach(function (name) {
      form.element.addEventListener(name, function (event) {
        var files = (event.clipboardData || event.dataTransfer || {}).files || [];
        if (!Array.prototype.some.call(files, function (one) { return /^image\//.test(one.type); })) return;
        event.preventDefault();
        form.hasPicture = true;
        changed(form);
      });
    });
    form.element.addEventListener('click', function (event) {
      var button = event.target.closest('[data-do]'), does = button && button.getAttribute('data-do'), result = document.getElementById(form.section.id + '-result');
      if (does === 'review') {
        result.focus({ preventScroll: true });
        result.scrollIntoView();
      } else if (does === 'undo') {
        restore(form.former);
        part(form, 'cleared').hidden = true;
        changed(form);
        form.fields[0].input.focus();
      }
    });
    form.element.addEventListener('reset', function (event) {
      event.preventDefault();
      form.former = {};
      form.fields.forEach(function (field) { var answer = field.answer(); if (answer.length) form.former[field.key] = answer; });
      form.hasPicture = false;
      add.forget(form);
      part(form, 'cleared').hidden = !Object.keys(form.former).some(function (key) { return key !== 'time_zone'; });
      form.fields.forEach(function (field) {
        if (field.clear) field.clear();
        field.set('');
        field.show('');
        // What the link said stays: nobody else knows which page they came from.
        give(field, asked[field.key]);
        offerZone(field, false);
      });
      form.fields.forEach(function (field) { if (field.narrow) field.narrow(); });
      part(form, 'restored').hidden = true;
      part(form, 'errors').hidden = true;
      changed(form);
      form.fields[0].input.focus();
    });
    form.section.querySelector('.add-plain').hidden = true;
    form.element.hidden = false;
    form.fields.forEach(function (field) { if (field.narrow) field.narrow(); });
    preview(form);
    count(form);
    over(form);
    alike(form);
  }

  add.loadNames(function () {
    var asked = {}, kind = '';
    // The address as pages write it, then as they once did.
    // No page writes a longer one.
    var said = location.hash.slice(1) + '&' + location.search.slice(1);
    (said.length > MOST_SAID ? '' : said).split('&').forEach(function (pair) {
      var at = pair.indexOf('='), value = '';
      try { value = decodeURIComponent(pair.slice(at + 1).replace(/\+/g, ' ')); } catch (error) { return; }
      // The first is the form's, and an event has a kind of its own.
      if (at > 0 && pair.slice(0, at) === 'kind' && !kind) kind = value; else if (at > 0) asked[pair.slice(0, at)] = value;
    });
    if (!isKind(kind)) kind = location.hash.replace('#s.add-', '');
    if (!isKind(kind)) kind = forms[0].kind;
    forms.forEach(function (form) { start(form, form.kind === kind ? asked : {}); });
    // Before anybody leaves, whatever was typed last.
    window.addEventListener('pagehide', function () { forms.forEach(add.keep); });
    var first = location.search + location.hash;
    links.forEach(function (link) {
      link.addEventListener('click', function (event) {
        event.preventDefault();
        show(link.getAttribute('data-kind'));
        try { history.pushState(null, '', location.pathname + (link.getAttribute('data-kind') === kind && first || link.hash)); } catch (error) { /* a page from a disk */ }
      });
    });
    window.addEventListener('popstate', function () {
      // A link on this page, or on one that is shown from here, that says more than a kind.
      if (/^#kind=/.test(location.hash) && location.search + location.hash !== first) return location.reload();
      var asked = (/^#s\.add-([a-z]+)$/.exec(location.hash) || [])[1];
      show(isKind(asked) ? asked : kind);
    });
    show(kind);
    // The page goes to where the section was while all of them were shown, and a browser may go on with that until it has loaded.
    function toQuestions() {
      if ((location.hash !== '#s.add-' + kind && !/^#kind=/.test(location.hash)) || document.activeElement !== document.body) return;
      document.getElementById('s.add-' + kind).scrollIntoView({ behavior: 'instant' });
    }
    toQuestions();
    window.addEventListener('load', function () { requestAnimationFrame(toQuestions); });
    add.root.setAttribute('data-state', 'ready');
  });
})();
