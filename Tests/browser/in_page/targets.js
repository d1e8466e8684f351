// Targets that break WCAG 2.5.8: smaller than 24 by 24 px, not within a line of text, and with another target so near that
// circles of 24 px around both centres (or circle and target) overlap.
() => {
  // What stays at the window's edge is near whatever passes below it: that is told by where the page was scrolled to.
  window.scrollTo({ top: 0, behavior: 'instant' });
  {{naming}}
  {{focusable}}
  function inSentence(element) {
    if (element.tagName !== 'A' || element.closest('svg')) return false;
    if (getComputedStyle(element).display !== 'inline') return false;
    var block = element.parentElement;
    while (block && getComputedStyle(block).display.indexOf('inline') === 0) block = block.parentElement;
    var words = Array.prototype.filter.call(block ? textNodes(block) : [], function (node) {
      return /[^\s·|/–—-]/.test(node.nodeValue) && !node.parentElement.closest('a[href], button');
    });
    return words.length > 0;
  }
  function textNodes(root) {
    var walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), found = [];
    while (walker.nextNode()) found.push(walker.currentNode);
    return found;
  }
  function box(element) {
    var marked = element.closest('svg') && element.querySelector('circle, rect, path, ellipse, polygon');
    var own = (marked || element).getBoundingClientRect();
    var label = element.type === 'radio' || element.type === 'checkbox' ? element.closest('label') : null;
    return label ? label.getBoundingClientRect() : own;
  }
  // A circle of a picture may be small where the same link stands in the text (WCAG's exception for an equivalent control).
  function hasEquivalent(element) {
    return element.closest('svg') && Array.prototype.some.call(document.querySelectorAll('a[href]'), function (other) {
      return !other.closest('svg') && other.href === new URL(element.getAttribute('href'), document.baseURI).href;
    });
  }
  var targets = focusable().filter(function (element) {
    return !forReadersOnly(element) && element.matches('a[href], area[href], button, input, select, textarea, summary');
  }).map(function (element) {
    var at = box(element);
    return { element: element, at: at, x: at.left + at.width / 2, y: at.top + at.height / 2,
      small: at.width < 23.9 || at.height < 23.9 };
  });
  function near(one, other) {
    if (other.small) return Math.hypot(one.x - other.x, one.y - other.y) < 23.9;
    var dx = Math.max(other.at.left - one.x, 0, one.x - other.at.right);
    var dy = Math.max(other.at.top - one.y, 0, one.y - other.at.bottom);
    return Math.hypot(dx, dy) < 11.9;
  }
  return targets.filter(function (one) {
    if (!one.small || inSentence(one.element) || hasEquivalent(one.element)) return false;
    return targets.some(function (other) {
      return other !== one && !one.element.contains(other.element) && near(one, other);
    });
  }).map(function (one) {
    return named(one.element) + ': ' + Math.round(one.at.width) + ' by ' + Math.round(one.at.height) + ' px';
  });
}
