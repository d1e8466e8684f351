// Text that is cut off with the spacing of WCAG 1.4.12. A constructed sheet is no inline style, so the policy lets it in.
() => {
  {{naming}}
  var sheet = new CSSStyleSheet();
  sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }'
    + ' p { margin-bottom: 2em !important }');
  document.adoptedStyleSheets = [sheet];
  function ownText(element) {
    return Array.prototype.some.call(element.childNodes, function (node) {
      return node.nodeType === 3 && node.nodeValue.trim();
    });
  }
  function cutter(element) {
    for (var at = element; at && at !== document.documentElement; at = at.parentElement) {
      var style = getComputedStyle(at);
      var x = /hidden|clip/.test(style.overflowX) && at.scrollWidth > at.clientWidth + 1;
      var y = /hidden|clip/.test(style.overflowY) && at.scrollHeight > at.clientHeight + 1;
      if (x || y) return at;
    }
    return null;
  }
  function spills(element) {
    var style = getComputedStyle(element);
    return /^(block|flex|grid|list-item|inline-block)$/.test(style.display) && element.clientHeight > 0
      && style.overflowY === 'visible' && element.scrollHeight > element.clientHeight + 3
      && parseFloat(style.height) < element.scrollHeight - 3;
  }
  var found = [];
  Array.prototype.forEach.call(document.body.querySelectorAll('*'), function (element) {
    if (element.closest('svg') || !ownText(element) || !shown(element) || forReadersOnly(element)) return;
    var at = cutter(element) || (spills(element) ? element : null);
    if (at && found.indexOf(at) < 0) found.push(at);
  });
  var wide = document.documentElement.scrollWidth > document.documentElement.clientWidth;
  document.adoptedStyleSheets = [];
  return found.map(named).concat(wide ? ['html: the page scrolls sideways'] : []);
}
