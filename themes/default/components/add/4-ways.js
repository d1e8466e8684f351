// Where a file is sent: the repository's page for a new file, an e-mail, a download, the clipboard.
(function () {
  'use strict';
  var add = window.folkmootAdd;
  if (!add) return;
  // Hosts and mail programs cut what is longer.
  var LONGEST_ADDRESS = 6000, LONGEST_MAIL = 1900;

  // {url, isFilled} of the page where a file or a report is made; a host that fills in no text gets the path.
  add.repositoryAddress = function (file) {
    var kind = add.says('repository'), base = add.says('base'), branch = add.says('branch');
    if (!file.path) {
      var title = encodeURIComponent(file.title);
      return kind === 'gitlab' ? filled(base + '/-/issues/new?issue[title]=' + title, '&issue[description]=', file.text, LONGEST_ADDRESS) : filled(base + '/issues/new?title=' + title, '&body=', file.text, LONGEST_ADDRESS);
    }
    var parts = file.path.split('/'), name = parts.pop(), folder = parts.join('/');
    if (kind === 'gitlab') return { url: base + '/-/new/' + branch + '/?file_name=' + encodeURIComponent(folder + '/' + name), isFilled: false };
    return filled(kind === 'forgejo' ? base + '/_new/' + branch + '/' + folder + '?filename=' + encodeURIComponent(name) : base + '/new/' + branch + '?filename=' + encodeURIComponent(folder + '/' + name), '&value=', file.text, LONGEST_ADDRESS);
  };

  add.mailAddress = function (file) {
    var subject = file.path ? add.says('subject').replace('{title}', function () { return file.title; }) : file.title;
    return filled(add.says('mail') + '?subject=' + encodeURIComponent(subject), '&body=', file.alone.replace(/\n/g, '\r\n'), LONGEST_MAIL);
  };

  function filled(url, key, text, longest) {
    var whole = url + key + encodeURIComponent(text);
    return whole.length > longest ? { url: url, isFilled: false } : { url: whole, isFilled: true };
  }

  add.copy = function (text, done) {
    function byHand() {
      var area = add.element('textarea', text, { readonly: '', 'class': 'visually-hidden' });
      add.root.appendChild(area);
      area.select();
      var isDone = false;
      try { isDone = document.execCommand('copy'); } catch (error) { /* said below */ }
      add.root.removeChild(area);
      done(isDone);
    }
    if (navigator.clipboard) navigator.clipboard.writeText(text).then(function () { done(true); }, byHand); else byHand();
  };

  add.download = function (file) {
    var link = add.element('a', '', { href: URL.createObjectURL(new Blob([file.alone], { type: 'text/markdown' })), download: file.path.split('/').pop() });
    document.body.appendChild(link);
    link.click();
    document.body.removeChild(link);
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 10000);
  };
})();
