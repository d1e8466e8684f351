// Computed colours, their contrast (WCAG 2.2), and what lies behind an element.
function channels(colour) {
  var found = /rgba?\(([^)]+)\)/.exec(colour);
  if (!found) return null;
  var parts = found[1].split(/[\s,\/]+/).map(parseFloat);
  return { rgb: parts.slice(0, 3), alpha: parts.length > 3 ? parts[3] : 1 };
}
function luminance(rgb) {
  var linear = rgb.map(function (value) {
    value /= 255;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  });
  return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
}
function contrast(one, other) {
  var a = luminance(one), b = luminance(other);
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}
function behind(element) {
  for (var at = element; at; at = at.parentElement) {
    var colour = channels(getComputedStyle(at).backgroundColor);
    if (colour && colour.alpha > 0.9) return colour.rgb;
  }
  var dark = /dark/.test(getComputedStyle(document.documentElement).colorScheme);
  return dark && matchMedia('screen and (prefers-color-scheme: dark)').matches ? [18, 18, 18] : [255, 255, 255];
}
