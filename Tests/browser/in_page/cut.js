// What a reader would not see without scrolling a part of the page: facts beside a text, a table of skills, or a menu on a phone that
// has more than one line or not the current part in sight.
() => {
  {{naming}}
  function all(selector) { return Array.prototype.slice.call(document.querySelectorAll(selector)).filter(shown); }
  var cut = all('.side').filter(function (side) {
    return getComputedStyle(side).overflowY !== 'visible' && side.scrollHeight > side.clientHeight + 1 && !side.querySelector('nav');
  }).concat(all('.skills .table-wide').filter(function (box) { return box.scrollWidth > box.clientWidth + 1; }));
  if (innerWidth <= 640) {
    all('.site-menu ul').forEach(function (line) {
      var items = Array.prototype.map.call(line.children, function (item) { return item.getBoundingClientRect(); });
      var here = line.querySelector('[aria-current]'), own = here && here.getBoundingClientRect(), whole = line.getBoundingClientRect();
      if (items.some(function (item) { return Math.abs(item.top - items[0].top) > 1; })) cut.push(line);
      else if (own && (own.right > whole.right + 1 || own.left < whole.left - 1)) cut.push(here);
    });
  }
  return cut.map(named);
}
