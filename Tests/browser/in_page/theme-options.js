// The ways a switch between light and dark can be made, in header or footer: a list, radio buttons, or buttons.
// Remembers its options and answers what it is.
() => {
  {{naming}}
  function all(selector) { return Array.prototype.filter.call(document.querySelectorAll(selector), shown); }
  var within = ['header', 'footer'].map(function (part) { return 'body > ' + part; });
  function inside(selector) { return all(within.map(function (part) { return part + ' ' + selector; }).join(', ')); }
  var lists = inside('select').filter(function (list) { return list.options.length === 3; });
  var radios = Array.prototype.filter.call(document.querySelectorAll('body > header input[type=radio], body > footer input[type=radio]'),
    function (radio) { return radio.getClientRects().length; });
  var buttons = inside('button').filter(function (button) { return button.type === 'button'; });
  var kind = lists.length ? 'list' : radios.length === 3 ? 'radios' : buttons.length === 3 ? 'buttons' : buttons.length === 1 ? 'cycle' : '';
  window.themeOptions = { list: lists.slice(0, 1), radios: radios, buttons: buttons, cycle: buttons }[kind] || [];
  return kind;
}
