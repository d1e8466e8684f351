// Remembers every stop of the Tab key and its look without the focus, and answers how many there are.
() => {
  {{naming}}
  {{focusable}}
  {{colours}}
  {{indicator}}
  if (document.activeElement && document.activeElement !== document.body) document.activeElement.blur();
  var stops = focusable();
  window.keyboardWalk = { stops: stops, looks: stops.map(look), named: named, indicator: indicator };
  return stops.map(named);
}
