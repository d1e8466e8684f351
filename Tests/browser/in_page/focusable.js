// Every stop of the Tab key that can be seen, in the order of the document; of each group of radio buttons one.
function focusable() {
  var all = document.querySelectorAll('a[href], area[href], button, input, select, textarea, summary, audio[controls], '
    + 'video[controls], [tabindex], [contenteditable="true"]');
  return Array.prototype.filter.call(all, function (element) {
    if (element.tabIndex < 0 || element.disabled || element.type === 'hidden' || !shown(element)) return false;
    if (element.closest('[inert], fieldset:disabled')) return false;
    if (element.type !== 'radio' || !element.name || element.checked) return true;
    var group = Array.prototype.filter.call((element.form || document).querySelectorAll('input[type="radio"]'),
      function (other) { return other.name === element.name; });
    return group.indexOf(element) === 0 && !group.some(function (other) { return other.checked; });
  });
}
