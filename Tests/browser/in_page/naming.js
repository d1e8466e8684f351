// A short name of an element for a message: tag, id or class, and the beginning of its text.
function named(element) {
  var id = element.id ? '#' + element.id : '';
  var first = (element.getAttribute('class') || '').trim().split(/\s+/)[0];
  var role = element.getAttribute('role');
  var text = (element.getAttribute('aria-label') || element.textContent || element.name || '').trim().replace(/\s+/g, ' ');
  return element.tagName.toLowerCase() + (id || (first ? '.' + first : role ? '[role=' + role + ']' : ''))
    + (text ? ' "' + text.slice(0, 40) + (text.length > 40 ? '…' : '') + '"' : '');
}
function shown(element) {
  if (!element.getClientRects().length) return false;
  // What a closed <details> holds has a box, and is not shown.
  if (element.checkVisibility && !element.checkVisibility()) return false;
  var style = getComputedStyle(element);
  return style.visibility === 'visible' && style.display !== 'none';
}
// Left for screen readers alone: a pixel, or cut off wholly.
function forReadersOnly(element) {
  for (var at = element; at && at !== document.body; at = at.parentElement) {
    var box = at.getBoundingClientRect(), style = getComputedStyle(at);
    if (style.clipPath === 'inset(50%)' || style.clip === 'rect(0px, 0px, 0px, 0px)') return true;
    if (style.position === 'absolute' && box.width <= 1 && box.height <= 1) return true;
  }
  return false;
}
