// Where a file is sent: the repository's page for a new file, an e-mail, a download, the clipboard.
(function () {
  'use strict';
  var add = window.folkmootAdd;
  if (!add) return;
  // Hosts and mail programs cut what is longer.
  var LONGEST_ADDRESS = 6000, LONGEST_MAIL = 1900;

  // {url, isFilled}: a host that fills in no text gets the path.
  add.repositoryAddress = function (file) {
    var kind = add.says('repository'), base = add.says('base'), branch = add.says('branch');
    var parts = ('content/' + file.path).split('/'), name = parts.pop(), folder = parts.join('/');
    var text = encodeURIComponent(file.text);
    if (kind === 'gitlab') return { url: base + '/-/new/' + branch + '/?file_name=' + encodeURIComponent(folder + '/' + name), isFilled: false };
    var url = kind === 'forgejo' ? base + '/_new/' + branch + '/' + folder + '?filename=' + encodeURIComponent(name) : base + '/new/' + branch + '?filename=' + encodeURIComponent(folder + '/' + name);
    return url.length + text.length + 7 > LONGEST_ADDRESS ? { url: url, isFilled: false } : { url: url + '&value=' + text, isFilled: true };
  };

  add.mailAddress = function (file, title) {
    var subject = add.says('subject').replace('{title}', function () { return title; });
    var text = 'content/' + file.path + '\r\n\r\n' + file.text.replace(/\n/g, '\r\n');
    var url = add.says('mail') + '?subject=' + encodeURIComponent(subject), whole = url + '&body=' + encodeURIComponent(text);
    return whole.length > LONGEST_MAIL ? { url: url, isFilled: false } : { url: whole, isFilled: true };
  };

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
    var link = add.element('a', '', { href: URL.createObjectURL(new Blob([file.text], { type: 'text/markdown' })), download: file.path.split('/').pop() });
    document.body.appendChild(link);
    link.click();
    document.body.removeChild(link);
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 10000);
  };
})();
