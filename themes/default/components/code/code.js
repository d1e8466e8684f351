// A button on every block of code that copies it. Blocks and tables that need no scrolling are no stops for the Tab key.
(function () {
  'use strict';
  var main = document.querySelector('[data-module="code"]');
  if (!main) return;

  // Where a page may not write to the clipboard, a selection can be copied still: by the browser, or with Ctrl+C.
  function copySelected(code) {
    var range = document.createRange();
    range.selectNodeContents(code);
    var selection = window.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
    var done = false;
    try { done = document.execCommand('copy'); } catch (error) { /* the selection stays */ }
    if (done) selection.removeAllRanges();
    return done ? Promise.resolve() : Promise.reject();
  }

  // Without the last line end: pasted into a terminal, it would run the command at once.
  function copy(code) {
    if (!navigator.clipboard) return copySelected(code);
    return new Promise(function (resolve) {
      resolve(navigator.clipboard.writeText(code.textContent.replace(/\n$/, '')));
    }).catch(function () { return copySelected(code); });
  }

  function addButton(code) {
    var block = document.createElement('div');
    block.className = 'code';
    var button = document.createElement('button');
    button.type = 'button';
    button.className = 'code-copy';
    button.textContent = main.getAttribute('data-copy');
    // Its name stays, so that the result is said once.
    button.setAttribute('aria-label', main.getAttribute('data-copy'));
    var status = document.createElement('span');
    status.className = 'visually-hidden';
    status.setAttribute('role', 'status');
    var timer;
    function say(name) {
      clearTimeout(timer);
      status.textContent = '';
      button.textContent = main.getAttribute(name);
      setTimeout(function () { status.textContent = main.getAttribute(name); }, 50);
      timer = setTimeout(function () {
        button.textContent = main.getAttribute('data-copy');
        status.textContent = '';
      }, 3000);
    }
    button.addEventListener('click', function () {
      copy(code).then(function () { say('data-copied'); }, function () { say('data-copy-failed'); });
    });
    var pre = code.parentNode;
    pre.parentNode.insertBefore(block, pre);
    block.appendChild(pre);
    block.appendChild(button);
    block.appendChild(status);
  }

  // What has a role is filled in later, or says its name, and stays a stop.
  function setStops() {
    Array.prototype.forEach.call(main.querySelectorAll('pre:not([role]), .table-wide'), function (element) {
      if (element.scrollWidth > element.clientWidth) element.setAttribute('tabindex', '0');
      else if (element.hasAttribute('tabindex')) element.removeAttribute('tabindex');
    });
  }

  Array.prototype.forEach.call(main.querySelectorAll('pre > code'), addButton);
  setStops();
  window.addEventListener('resize', setStops);
})();
