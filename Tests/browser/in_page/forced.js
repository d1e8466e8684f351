// In forced colours: controls without any edge, and stops of the Tab key that do not show the focus.
() => {
  {{naming}}
  {{focusable}}
  {{colours}}
  {{indicator}}
  var found = [];
  var stops = focusable();
  var looks = stops.map(look);
  stops.forEach(function (element, index) {
    element.focus({ preventScroll: true });
    if (document.activeElement === element && indicator(element, looks[index]) < 3) {
      found.push(named(element) + ': no sign of the focus');
    }
    element.blur();
  });
  Array.prototype.forEach.call(document.querySelectorAll('button, input, select, textarea'), function (element) {
    if (!shown(element) || forReadersOnly(element) || /checkbox|radio/.test(element.type)) return;
    var style = getComputedStyle(element);
    var back = channels(style.backgroundColor);
    var filled = back && back.alpha > 0.9 && contrast(back.rgb, behind(element.parentElement)) >= 3;
    var edge = style.borderBottomStyle !== 'none' && parseFloat(style.borderBottomWidth) >= 1;
    if (!filled && !edge) found.push(named(element) + ': has no edge');
  });
  return found;
}
