// What is said after each way out, next to its button: what should have happened, and what to do where it did not.
(function () {
  'use strict';
  var add = window.folkmootAdd;
  if (!add) return;

  function region(form, way) { return form.section.querySelector('[data-after=' + way + ']'); }

  add.forget = function (form) {
    add.list(form.section, '[data-after]').forEach(function (box) { box.textContent = ''; });
  };

  // The text of a link to an address that carries a whole file.
  function short(url) { return url.replace(/^https?:\/\//, '').split('?')[0]; }

  function copyButton(file) {
    var box = document.createDocumentFragment(), button = add.element('button', add.says('copy'), { type: 'button', 'class': 'button button-quiet' }), said = add.element('span');
    button.addEventListener('click', function () {
      add.copy(file.alone, function (isDone) { said.textContent = ' ' + add.says(isDone ? 'copied' : 'not-copied'); });
    });
    box.appendChild(button);
    box.appendChild(said);
    return box;
  }

  function subject(file) { return file.path ? add.says('subject').replace('{title}', function () { return file.title; }) : file.title; }
  function step(name, values) { return add.filled(add.says('step-' + name), values || {}); }
  function opened(url) {
    var box = add.filled(add.says('step-open') + ' ', {});
    box.appendChild(add.element('a', short(url), { href: url, target: '_blank', rel: 'noopener', dir: 'ltr' }));
    return box;
  }
  function write(file) { return step('write', { address: add.address(), subject: subject(file) }); }

  // What should be there now; then, below a question, what to do if it is not.
  function say(form, way, main, question, steps) {
    var box = region(form, way), paragraph = add.element('p', '', { 'class': 'add-said' });
    box.textContent = '';
    paragraph.appendChild(main);
    box.appendChild(paragraph);
    if (question) box.appendChild(add.element('p', question, { 'class': 'add-trouble' }));
    var list = box.appendChild(add.element(steps.length > 1 ? 'ol' : 'div'));
    steps.forEach(function (one) { list.appendChild(add.element(steps.length > 1 ? 'li' : 'p')).appendChild(one); });
    if (add.hasPicture(form)) box.appendChild(add.element('p')).appendChild(add.filled(add.says('note-picture'), { address: add.address() }));
    box.scrollIntoView({ block: 'nearest' });
  }

  function words(text, values) { return add.filled(text, values || {}); }

  // After the text was copied, or could not be: what to do with it.
  function copied(form, way, file, isDone, steps, rest, question) {
    var main = words(add.says(isDone ? 'copied' : 'not-copied') + ' ');
    if (!isDone && form.section.querySelector('details.add-file')) form.section.querySelector('details.add-file').open = true;
    main.appendChild(rest);
    say(form, way, main, question, steps);
  }

  // Sends a file that is right in one of the ways.
  add.send = function (form, way, file) {
    var address = way === 'repository' ? add.repositoryAddress(file) : way === 'mail' ? add.mailAddress(file) : null;
    if (way === 'download') {
      add.download(file);
      var name = file.path.split('/').pop();
      say(form, way, words(add.says('after-download'), { name: name, address: add.address() }), add.says('trouble-download'), [copyButton(file), step('instead', { address: add.address() })]);
    } else if (way === 'copy') {
      add.copy(file.alone, function (isDone) {
        copied(form, way, file, isDone, isDone ? [step('select')] : [], words(add.says('after-copy'), { address: add.address() }), isDone ? add.says('trouble-copy') : '');
      });
    } else if (!address.isFilled) {
      add.copy(way === 'repository' ? file.text : file.alone, function (isDone) {
        var place = file.path && way === 'repository' ? words(add.says('place'), { path: file.path }) : words('');
        copied(form, way, file, isDone, [way === 'mail' ? write(file) : opened(address.url), step('paste')], place, '');
      });
    } else if (way === 'mail') {
      say(form, way, words(add.says('after-mail')), add.says('trouble-mail'), [copyButton(file), write(file), step('paste')]);
      location.href = address.url;
    } else {
      say(form, way, words(add.says(file.path ? 'after-repository' : 'after-report'), { host: add.says('host') }), add.says('trouble-repository'), [opened(address.url), step('account')]);
      window.open(address.url, '_blank', 'noopener');
    }
  };
})();
