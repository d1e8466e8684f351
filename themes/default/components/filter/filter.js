// Narrows a list to what matches the words typed; the words are in the address.
(function () {
  'use strict';
  var form = document.querySelector('[data-module="filter"]');
  if (!form) return;
  var field = form.querySelector('input');
  var count = form.querySelector('[role="status"]');
  var rows = Array.prototype.slice.call(document.querySelectorAll('[data-filter-row]'));
  if (!rows.length) return;

  var fold = window.folkmootFold;
  var texts = rows.map(function (row) { return fold(row.textContent + ' ' + (row.getAttribute('data-filter-text') || '')); });

  function apply() {
    var words = fold(field.value).split(/\s+/).filter(Boolean);
    var shown = 0;
    rows.forEach(function (row, index) {
      var match = words.every(function (word) { return texts[index].indexOf(word) >= 0; });
      row.hidden = !match;
      if (match) shown += 1;
    });
    Array.prototype.forEach.call(document.querySelectorAll('[data-filter-group]'), function (group) {
      group.hidden = !group.querySelector('[data-filter-row]:not([hidden])');
    });
    say(!words.length ? '' : shown ? count.getAttribute('data-text').replace('{shown}', shown).replace('{total}', rows.length) : count.getAttribute('data-none'));
  }

  // A screen reader speaks when the typing rests, not at every key.
  var timer;
  function say(text) {
    clearTimeout(timer);
    timer = setTimeout(function () { count.textContent = text; }, 300);
  }

  function remember() {
    var query = field.value ? '?q=' + encodeURIComponent(field.value) : location.pathname;
    try { history.replaceState(null, '', query); } catch (error) { /* some browsers refuse this from a disk */ }
  }

  var asked = /[?&]q=([^&]*)/.exec(location.search);
  if (asked) {
    try { field.value = decodeURIComponent(asked[1].replace(/\+/g, ' ')); } catch (error) { /* not an address that a form wrote */ }
  }
  form.hidden = false;
  form.addEventListener('submit', function (event) { event.preventDefault(); });
  field.addEventListener('input', function () { apply(); remember(); });
  apply();
})();
