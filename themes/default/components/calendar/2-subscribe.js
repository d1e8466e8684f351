// The address of a calendar to subscribe to: from where the page is, where the site does not know its own address, and
// a button that copies it.
(function () {
  'use strict';
  var box = document.querySelector('.subscribe');
  if (!box) return;
  var link = box.querySelector('.subscribe-open'), field = box.querySelector('input'), button = box.querySelector('button');
  var status = box.querySelector('[role="status"]'), name = button.textContent, timer;

  // From a disk no program can follow a calendar.
  if (!field.value && /^https?:$/.test(location.protocol)) {
    field.value = box.querySelector('.subscribe-printed').textContent = link.href;
    link.href = field.value.replace(/^https?:/, 'webcal:');
    box.querySelector('.subscribe-by-address').hidden = false;
    box.classList.remove('subscribe-unknown');
  }

  // What is opened has room.
  box.addEventListener('toggle', function () {
    var side = box.closest('.side');
    if (side) side.classList.toggle('side-open', box.open);
  });

  function copySelected() {
    field.select();
    var isDone = false;
    try { isDone = document.execCommand('copy'); } catch (error) { /* the selection stays */ }
    return isDone ? Promise.resolve() : Promise.reject();
  }

  function copy() {
    if (!navigator.clipboard) return copySelected();
    return new Promise(function (resolve) { resolve(navigator.clipboard.writeText(field.value)); }).catch(copySelected);
  }

  // The name of the button stays for those who do not see it, so that the result is said once.
  function say(words) {
    clearTimeout(timer);
    button.textContent = words;
    status.textContent = words;
    timer = setTimeout(function () {
      button.textContent = name;
      status.textContent = '';
    }, 3000);
  }

  button.hidden = false;
  button.setAttribute('aria-label', name);
  button.addEventListener('click', function () {
    copy().then(function () { say(button.getAttribute('data-copied')); }, function () { say(button.getAttribute('data-failed')); });
  });
  field.addEventListener('focus', function () { field.select(); });
})();
