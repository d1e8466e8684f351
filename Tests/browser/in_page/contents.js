// What a reader sees: the lines of the page's text, and controls that need a script to do anything.
() => {
  {{naming}}
  function enhancement(element) {
    // Names on a map find other places when it is zoomed; the link around them says them whole.
    return element.closest('svg a[aria-label], .map > label, .map-share label, .map-share a[data-download], .map-share [data-note], [data-module="search"] h2, button, form, fieldset, [role="status"], [aria-live], [role="group"], [role="radiogroup"]');
  }
  // A reader can open it.
  function folded(element) {
    var box = element.closest('details:not([open])');
    return box && shown(box);
  }
  var lines = [];
  var walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    var node = walker.currentNode, text = node.nodeValue.trim().replace(/\s+/g, ' ');
    var parent = node.parentElement;
    if (!text || /^(script|style|noscript|template)$/i.test(parent.tagName) || enhancement(parent)) continue;
    if (shown(parent) || folded(parent)) lines.push(text);
  }
  var all = document.querySelectorAll('button, input, select, textarea, form, a, [role="button"], [role="tab"], [role="switch"]');
  var controls = Array.prototype.filter.call(all, function (element) { return shown(element) && idle(element); }).map(named);
  function idle(element) {
    if (element.localName === 'a') {
      return /^(#|javascript:.*)?$/.test(element.getAttribute('href') || '') && !element.id && !element.name;
    }
    if (element.tagName === 'FORM') return !element.getAttribute('action');
    if (element.getAttribute('role') && !/^(a|button|input)$/.test(element.localName)) return true;
    if (element.tagName === 'INPUT' && element.disabled) return false;
    if (element.tagName === 'BUTTON' && element.type !== 'submit') return true;
    return !element.form;
  }
  return { lines: lines, controls: controls };
}
