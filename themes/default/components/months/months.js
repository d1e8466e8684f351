// The dates of a month as a table, made from the list of the page, and the two buttons that show one or the other.
(function () {
  'use strict';
  var root = document.querySelector('[data-module="months"]');
  var months = root && Array.prototype.slice.call(root.querySelectorAll('.month'));
  if (!root || !months.length) return;
  var MOST = 4, KEPT = 'folkmoot-calendar';
  var names = root.getAttribute('data-weekdays').split('|');
  var first = parseInt(root.getAttribute('data-week-starts'), 10) || 1;
  var buttons = Array.prototype.slice.call(root.querySelectorAll('[data-view]'));
  var wide = window.matchMedia('(min-width: 900px)');
  var now = new Date(), today = name(now.getFullYear(), now.getMonth() + 1, now.getDate());

  function name(year, month, day) {
    return ('000' + year).slice(-4) + '-' + ('0' + month).slice(-2) + '-' + ('0' + day).slice(-2);
  }

  function element(kind, within, text) {
    var made = document.createElement(kind);
    if (text) made.textContent = text;
    within.appendChild(made);
    return made;
  }

  // What is on each day of a month, by its number. What takes several days is on each of them.
  function entriesByDay(month, length) {
    var days = {};
    Array.prototype.forEach.call(month.querySelectorAll('.month-day'), function (day) {
      var number = parseInt(day.querySelector('time').getAttribute('datetime').slice(-2), 10);
      Array.prototype.forEach.call(day.querySelectorAll('.row'), function (row) {
        var last = Math.min(length, number + (parseInt(row.getAttribute('data-days'), 10) || 1) - 1);
        for (var on = number; on <= last; on += 1) (days[on] = days[on] || []).push({ row: row, begins: on === number });
      });
    });
    return days;
  }

  // When it begins, what it is, its marks, and whose it is.
  function addEntry(entry, list) {
    var item = element('li', list), row = entry.row, time = row.getAttribute('data-time');
    if (time && entry.begins) element('span', item, time).className = 'grid-time';
    var link = copy(row.querySelector('.row-title a'), item);
    Array.prototype.forEach.call(row.querySelectorAll('.state-cancelled, .state-resting, .state-example'), function (state) {
      if (state.className === 'state-cancelled') link.className = 'is-off';
      copy(state, item);
    });
    var place = row.querySelector('.month-place');
    if (place) copy(place, item).classList.add('grid-place');
  }

  function copy(element, within) {
    if (within.firstChild) within.appendChild(document.createTextNode(' '));
    return within.appendChild(element.cloneNode(true));
  }

  function fill(cell, date, number, entries) {
    element('time', cell, String(number)).setAttribute('datetime', date);
    if (date === today) cell.setAttribute('aria-current', 'date');
    if (!entries) return;
    var list = element('ul', cell), left = entries.length - MOST;
    entries.slice(0, MOST).forEach(function (entry) { addEntry(entry, list); });
    if (left <= 0) return;
    // The day of the list with the first entry that is left out.
    var heading = entries[MOST].row.parentNode.parentNode.querySelector('h3');
    var more = element('a', element('li', list), '+' + left + ' ');
    more.href = '#' + heading.id;
    // A plus sign comes before its number, from right to left too.
    more.dir = 'ltr';
    element('span', more, heading.textContent).className = 'visually-hidden';
  }

  function table(month) {
    var heading = month.querySelector('h2'), parts = month.getAttribute('data-month').split('-').map(Number);
    var length = new Date(Date.UTC(parts[0], parts[1], 0)).getUTCDate();
    var weekday = new Date(Date.UTC(parts[0], parts[1] - 1, 1)).getUTCDay() || 7;
    var before = (weekday - first + 7) % 7, entries = entriesByDay(month, length);
    var box = document.createElement('div'), made = element('table', box);
    box.className = 'month-grid';
    element('caption', made, heading.textContent);
    var head = element('tr', element('thead', made)), body = element('tbody', made), week;
    names.forEach(function (_, index) { element('th', head, names[(first - 1 + index) % 7]).scope = 'col'; });
    for (var place = 0; place < before + length || place % 7; place += 1) {
      if (place % 7 === 0) week = element('tr', body);
      var cell = element('td', week), number = place - before + 1;
      if (number < 1 || number > length) cell.className = 'is-outside';
      else fill(cell, name(parts[0], parts[1], number), number, entries[number]);
    }
    month.insertBefore(box, month.querySelector('.month-list'));
    return box;
  }

  var grids;
  function show(view) {
    if (view === 'grid' && !grids) grids = months.map(table);
    root.classList.toggle('is-grid', view === 'grid');
    buttons.forEach(function (button) { button.setAttribute('aria-pressed', String(button.getAttribute('data-view') === view)); });
  }

  function kept() {
    try {
      var view = localStorage.getItem(KEPT);
      return view === 'grid' || view === 'list' ? view : null;
    } catch (error) { return null; /* no storage: as the window is wide */ }
  }

  function usual() { return kept() || (wide.matches ? 'grid' : 'list'); }

  // The element of the list that an address leads to, which is hidden behind the table.
  function dayAt(hash) {
    var found = hash.length > 1 && document.getElementById(hash.slice(1));
    return found && found.tagName === 'H3' && root.contains(found) ? found : null;
  }

  function lead(day) {
    show('list');
    day.scrollIntoView();
    day.focus();
  }

  buttons.forEach(function (button) {
    button.addEventListener('click', function () {
      var view = button.getAttribute('data-view');
      try { localStorage.setItem(KEPT, view); } catch (error) { /* it lasts for this page */ }
      show(view);
    });
  });
  root.addEventListener('click', function (event) {
    var link = event.target.closest && event.target.closest('a'), day = link && dayAt(link.getAttribute('href'));
    if (day) setTimeout(function () { lead(day); });
  });
  window.addEventListener('hashchange', function () { var day = dayAt(location.hash); if (day) show('list'); });
  if (wide.addEventListener) wide.addEventListener('change', function () { show(usual()); });
  root.querySelector('.months-view').hidden = false;
  var asked = dayAt(location.hash);
  show(asked ? 'list' : usual());
  if (asked) asked.scrollIntoView();
})();
