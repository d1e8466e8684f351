// What makes a page scroll sideways: elements that reach over the edge and are in nothing that scrolls on its own.
() => {
  {{naming}}
  var root = document.documentElement, width = root.clientWidth;
  if (root.scrollWidth <= Math.min(width, innerWidth)) return [];
  function contained(element) {
    for (var at = element.parentElement; at && at !== document.body; at = at.parentElement) {
      if (getComputedStyle(at).overflowX !== 'visible') return true;
    }
    return false;
  }
  var wide = Array.prototype.filter.call(document.body.querySelectorAll('*'), function (element) {
    var box = element.getBoundingClientRect();
    return box.width && (box.right > width + 0.5 || box.left < -0.5) && !contained(element) && !forReadersOnly(element);
  });
  var deepest = wide.filter(function (element) {
    return !wide.some(function (other) { return other !== element && element.contains(other); });
  });
  return (deepest.length ? deepest.map(named) : ['html']).slice(0, 3)
    .map(function (name) { return name + ': the page is ' + root.scrollWidth + ' px wide'; });
}
