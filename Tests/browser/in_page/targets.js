// Targets that are too small to hit: under 24 by 24 px (WCAG 2.5.8, without its exception for those with space around them), and in
// the header, from which every page is reached, under 44 by 44 (2.5.5). A link in a sentence is as high as its line.
() => {
  // What stays at the window's edge is near whatever passes below it: that is told by where the page was scrolled to.
  window.scrollTo({ top: 0, behavior: 'instant' });
  {{naming}}
  {{focusable}}
  var LEAST = 24, IN_HEADER = 44;
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
    // A label does what its box does.
    var label = (element.type === 'radio' || element.type === 'checkbox') && element.labels && element.labels[0];
    return label ? label.getBoundingClientRect() : own;
  }
  // A circle of a picture may be small where the same link is in the text (WCAG's exception for an equivalent control). The map
  // in a frame has no text; a link there leads to the map that has.
  function hasEquivalent(element) {
    return element.closest('svg') && Array.prototype.some.call(document.querySelectorAll('a[href]'), function (other) {
      if (other.hasAttribute('data-whole')) return true;
      return !other.closest('svg') && other.href === new URL(element.getAttribute('href'), document.baseURI).href;
    });
  }
  return focusable().filter(function (element) {
    return !forReadersOnly(element) && element.matches('a[href], area[href], button, input, select, textarea, summary');
  }).map(function (element) {
    return { element: element, at: box(element), least: element.closest('body > header') ? IN_HEADER : LEAST };
  }).filter(function (one) {
    // A tenth of a pixel is what rounding leaves.
    return (one.at.width < one.least - 0.1 || one.at.height < one.least - 0.1) && !inSentence(one.element) && !hasEquivalent(one.element);
  }).map(function (one) {
    return named(one.element) + ': ' + Math.round(one.at.width) + ' by ' + Math.round(one.at.height) + ' px, not ' + one.least;
  });
}
