// What of an element's look changes when it has the focus, and whether that stands out: 3 to 1 against what lies behind.
// `remembered` is its look without the focus.
var LOOKS = ['outlineStyle', 'outlineWidth', 'boxShadow', 'borderTopColor', 'borderBottomColor', 'backgroundColor', 'stroke',
  'strokeWidth', 'fill'];
function look(element) {
  var parts = [element].concat(Array.prototype.slice.call(element.querySelectorAll('*'), 0, 6));
  return parts.map(function (part) {
    var style = getComputedStyle(part);
    return LOOKS.map(function (name) { return style[name]; });
  });
}
function indicator(element, remembered) {
  var parts = [element].concat(Array.prototype.slice.call(element.querySelectorAll('*'), 0, 6));
  var best = 0;
  parts.forEach(function (part, index) {
    var style = getComputedStyle(part), before = remembered[index], back = behind(part.parentElement || part);
    function changed(name) { return before && style[name] !== before[LOOKS.indexOf(name)]; }
    function consider(colour, against) {
      var found = channels(colour);
      if (found && found.alpha > 0.5) best = Math.max(best, contrast(found.rgb, against || back));
    }
    // The browser's own ring has two colours, one of which stands out.
    if (style.outlineStyle === 'auto' && changed('outlineStyle')) best = 21;
    var outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    if (outlined && (changed('outlineStyle') || changed('outlineWidth'))) consider(style.outlineColor);
    // Drawn shapes have an outline and a stroke, but neither shadow, border nor background.
    if (part.ownerSVGElement) {
      if ((changed('stroke') || changed('strokeWidth')) && style.stroke !== 'none') consider(style.stroke);
      if (changed('fill')) consider(style.fill);
      return;
    }
    var shadows = changed('boxShadow') && style.boxShadow.match(/rgba?\([^)]+\)/g) || [];
    shadows.forEach(function (colour) { consider(colour); });
    if (changed('borderTopColor') || changed('borderBottomColor')) consider(style.borderBottomColor);
    if (changed('backgroundColor')) {
      var own = channels(before[LOOKS.indexOf('backgroundColor')]);
      consider(style.backgroundColor, own && own.alpha > 0.9 ? own.rgb : back);
    }
  });
  return best;
}
