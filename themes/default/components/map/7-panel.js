// Beside the picture: the community that is chosen, its connections, and those like it.
(function () {
  'use strict';
  var map = window.folkmootMap;
  var panel = map && map.root.querySelector('.map-panel');
  if (!panel) return;
  var hints = [map.element('p', map.root.getAttribute('data-hint'), { 'class': 'muted' }), map.element('p', map.root.getAttribute('data-keys'), { 'class': 'muted', id: 's.map-keys' })];
  var MOST = 8;

  function links(heading, numbers) {
    if (!numbers.length) return;
    panel.appendChild(map.element('h3', heading));
    var list = map.element('ul');
    numbers.slice(0, MOST).forEach(function (number) {
      var other = map.nodes[number], item = map.element('li');
      item.appendChild(named(other));
      list.appendChild(item);
    });
    if (numbers.length > MOST) list.appendChild(map.element('li', '+ ' + (numbers.length - MOST)));
    panel.appendChild(list);
  }

  function named(node) {
    var source = node.row.querySelector('th a'), link = map.element('a', node.name, { href: source.getAttribute('href') });
    ['lang', 'dir'].forEach(function (name) { if (source.hasAttribute(name)) link.setAttribute(name, source.getAttribute(name)); });
    return link;
  }

  function render() {
    var node = map.looked, hasFocus = panel.contains(document.activeElement);
    while (panel.firstChild) panel.removeChild(panel.firstChild);
    panel.parentNode.classList.toggle('is-looking', !!node);
    if (!node) {
      hints.forEach(function (hint) { panel.appendChild(hint); });
      return;
    }
    var close = map.element('button', '×', { type: 'button', 'class': 'map-close button-quiet', 'aria-label': map.root.getAttribute('data-close') });
    close.addEventListener('click', function () { map.select(null); });
    panel.appendChild(close);
    var title = map.element('h2');
    title.appendChild(named(node));
    panel.appendChild(title);
    var facts = map.list(node.row, '.place, .stage').map(function (cell) { return cell.textContent.trim(); }).filter(Boolean);
    if (facts.length) panel.appendChild(map.element('p', facts.join(' · '), { 'class': 'muted' }));
    var summary = node.row.querySelector('th p');
    if (summary) panel.appendChild(summary.cloneNode(true));
    var near = node.near.slice().sort(function (a, b) { return (b.isStated ? 1 : 0) - (a.isStated ? 1 : 0); }).map(function (one) { return one.node; });
    links(map.root.getAttribute('data-connected'), near);
    links(map.root.getAttribute('data-alike'), node.alike);
    var open = map.element('p');
    open.appendChild(map.element('a', map.root.getAttribute('data-open'), { href: named(node).getAttribute('href') }));
    panel.appendChild(open);
    // Where the focus was is gone with the rest.
    if (hasFocus) title.firstChild.focus({ preventScroll: true });
  }

  map.parts.push({ looked: render });
})();
