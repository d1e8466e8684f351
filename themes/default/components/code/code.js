// A button on every block of code that copies it.
(function () {
  'use strict';
  var main = document.querySelector('[data-module="code"]');
  if (!main) return;

  // Where pages may not write to the clipboard, a selection can be copied still.
  function copySelected(code) {
    var range = document.createRange();
    range.selectNodeContents(code);
    var selection = window.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
    var done = document.execCommand('copy');
    selection.removeAllRanges();
    return done ? Promise.resolve() : Promise.reject();
  }

  function copy(code) {
    if (!navigator.clipboard) return copySelected(code);
    return navigator.clipboard.writeText(code.textContent).catch(function () { return copySelected(code); });
  }

  Array.prototype.forEach.call(main.querySelectorAll('pre > code'), function (code) {
    var block = document.createElement('div');
    block.className = 'code';
    var button = document.createElement('button');
    button.type = 'button';
    button.className = 'code-copy';
    button.textContent = main.getAttribute('data-copy');
    var status = document.createElement('span');
    status.className = 'visually-hidden';
    status.setAttribute('role', 'status');
    button.addEventListener('click', function () {
      copy(code).then(function () {
        button.textContent = status.textContent = main.getAttribute('data-copied');
        setTimeout(function () {
          button.textContent = main.getAttribute('data-copy');
          status.textContent = '';
        }, 2000);
      }, function () {});
    });
    var pre = code.parentNode;
    pre.parentNode.insertBefore(block, pre);
    block.appendChild(pre);
    block.appendChild(button);
    block.appendChild(status);
  });
})();
