// Marks one text of each kind, and another, for axe's colour-contrast rule: of hundreds of rows that are painted alike, it says the
// same of each, and takes most of its time for that. Texts are of one kind when everything that is painted in them and behind
// them is computed alike, also by what lies over or under them without being around them.
mark => {
  {{naming}}
  var PLAIN = 'rgba(0, 0, 0, 0) none 1 none normal static visible none auto auto';
  var grounds = new Map(), kinds = new Map(), layers = [], every = document.body.querySelectorAll('*');
  function ground(element) {
    if (!element) return '';
    if (grounds.has(element)) return grounds.get(element);
    var style = getComputedStyle(element);
    var own = [style.backgroundColor, style.backgroundImage, style.opacity, style.filter, style.mixBlendMode, style.position, style.overflow,
      style.clipPath, style.clip, style.zIndex].join(' ');
    var found = ground(element.parentElement) + (own === PLAIN ? '' : '/' + own);
    grounds.set(element, found);
    if (style.position !== 'static' && !/^rgba\(0, 0, 0, 0\) none/.test(own)) layers.push({ element: element, box: element.getBoundingClientRect() });
    return found;
  }
  function words(element) {
    return Array.prototype.filter.call(element.childNodes, function (node) { return node.nodeType === 3; })
      .map(function (node) { return node.nodeValue.trim(); }).join('');
  }
  function beside(element) {
    var box = element.getBoundingClientRect();
    return layers.filter(function (layer) {
      var at = layer.box;
      return at.left < box.right && at.right > box.left && at.top < box.bottom && at.bottom > box.top && !layer.element.contains(element);
    }).map(function (layer) { return layer.element.localName + '.' + layer.element.className + grounds.get(layer.element); }).join();
  }
  every.forEach(ground);
  every.forEach(function (element) {
    element.removeAttribute(mark);
    var text = words(element), isField = /^(input|select|textarea)$/.test(element.localName);
    if (!(text || isField) || !shown(element)) return;
    var style = getComputedStyle(element);
    // Axe is unsure of a single letter, and leaves out what is disabled.
    var kind = [ground(element), element.localName, element.getAttribute('class'), element.type, text.length > 1, !element.closest('[disabled], [aria-disabled]'),
      style.color, style.fill, style.fontSize, style.fontWeight, style.textShadow, beside(element)].join(' ');
    kinds.set(kind, (kinds.get(kind) || [element]).slice(0, 1).concat(element));
  });
  kinds.forEach(function (texts) { texts.forEach(function (element) { element.setAttribute(mark, ''); }); });
}
