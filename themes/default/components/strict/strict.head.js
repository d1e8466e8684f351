// What a strict policy (require-trusted-types-for 'script') has to permit, in one place: scripts of this site that are loaded later, and
// parts of the page that only scripts can work with. These are in the page as data (script type="text/html"), because browsers without
// styles and scripts show everything else: a form that does nothing, results of no search.
(function () {
  'use strict';
  var root = document.currentScript.src.replace(/assets\/[^\/]*$/, '');
  var policy = {
    createHTML: function (text) { return text; },
    createScriptURL: function (address) {
      if (new URL(address, location.href).href.indexOf(root) !== 0) throw new TypeError(address + ' is no script of this site');
      return address;
    }
  };
  try { policy = window.trustedTypes.createPolicy('folkmoot', policy); } catch (error) { /* a browser or a policy without such types */ }

  window.folkmootScript = function (address, done, failed) {
    var script = document.createElement('script');
    script.src = policy.createScriptURL(address);
    script.onload = done;
    script.onerror = failed;
    document.head.appendChild(script);
    return script;
  };

  // Once the page is there, and before the scripts that wait for it.
  document.addEventListener('readystatechange', function () {
    Array.prototype.forEach.call(document.querySelectorAll('script[type="text/html"]'), function (data) {
      var part = document.createElement('template');
      // Templates write this text and escape every value in it, and no content can make an element of this kind.
      part.innerHTML = policy.createHTML(data.textContent);
      data.parentNode.replaceChild(part.content, data);
    });
  });
})();
