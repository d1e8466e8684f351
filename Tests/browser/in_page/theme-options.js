// The ways a switch between light and dark can be made, in header or footer: a list, radio buttons, a button for each choice,
// or one button that goes round. Remembers its controls and answers what it is.
() => {
  {{naming}}
  function inside(selector) {
    var both = 'body > header ' + selector + ', body > footer ' + selector;
    return Array.prototype.filter.call(document.querySelectorAll(both), shown);
  }
  var lists = inside('select').filter(function (list) { return list.options.length === 3; });
  var radios = inside('input[type="radio"]');
  var buttons = inside('button').filter(function (button) { return button.type === 'button'; });
  var kind = lists.length ? 'list' : radios.length === 3 ? 'radios' : { 1: 'button', 3: 'buttons' }[buttons.length] || '';
  window.themeOptions = { list: lists.slice(0, 1), radios: radios, buttons: buttons, button: buttons }[kind] || [];
  return kind;
}
