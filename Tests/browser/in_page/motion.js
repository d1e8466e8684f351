// What still moves for a reader who asked for less motion.
() => {
  {{naming}}
  function seconds(text) { return Math.max.apply(null, text.split(',').map(parseFloat)); }
  var found = [];
  Array.prototype.forEach.call(document.querySelectorAll('*'), function (element) {
    [null, '::before', '::after'].forEach(function (part) {
      var style = getComputedStyle(element, part);
      if (seconds(style.transitionDuration) > 0.01) {
        found.push(named(element) + (part || '') + ': transition of ' + style.transitionDuration);
      }
      if (style.animationName !== 'none' && seconds(style.animationDuration) > 0.01) {
        found.push(named(element) + (part || '') + ': animation ' + style.animationName);
      }
    });
    if (getComputedStyle(element).scrollBehavior === 'smooth') found.push(named(element).slice(0, 20) + ': smooth scrolling');
  });
  return found;
}
