// Times of events by the reader's own clock: what hour that is where the reader is, what is on or about to begin, and
// what is over since the site was built. The words are attributes of the element of this script.
(function () {
  'use strict';
  var words = document.currentScript.dataset;
  var soon = words.soon.split('|');
  var minute = 60000;

  function all(selector, within) { return Array.prototype.slice.call((within || document).querySelectorAll(selector)); }
  function two(number) { return (number < 10 ? '0' : '') + number; }
  function fill(pattern, values) {
    return pattern.replace(/\{(\w+)\}/g, function (place, name) { return name in values ? values[name] : place; });
  }
  // Words after a time, in an element of their own.
  function behind(element, separator, className, text) {
    var said = document.createElement('span'), words = document.createElement(className === 'state-on' ? 'strong' : 'span');
    said.className = 'event-said';
    words.className = className;
    words.textContent = text;
    said.appendChild(document.createTextNode(separator));
    said.appendChild(words);
    element.parentNode.insertBefore(said, element.nextSibling);
    return said;
  }

  // A time of an event on the page. `together` are those of the same date by several clocks.
  function Time(element) {
    this.element = element;
    this.together = element.closest('dd') ? all('.event-time', element.closest('dd')) : [element];
    this.next = element.hasAttribute('data-next') ? element.getAttribute('data-next').split('|') : [];
    // Of a series that may have more dates than the page holds.
    this.goesOn = this.next.length >= 6;
    this.isOff = element.hasAttribute('data-off');
    this.said = [];
    this.read();
  }

  Time.prototype.read = function () {
    var starts = this.element.getAttribute('datetime'), ends = this.element.getAttribute('data-end');
    this.days = starts.indexOf('T') < 0 && [starts, ends || starts];
    if (this.days) return;
    this.offset = /([+-])(\d\d):(\d\d)$/.exec(starts);
    this.starts = Date.parse(starts);
    // Where no length is known it may go on for the rest of the day.
    this.ends = Date.parse(ends || starts.slice(0, 10) + 'T24:00:00' + (this.offset ? this.offset[0] : ''));
    this.hasEnd = !!ends;
  };

  // Whether it is over, whether it is on, and how many minutes there are until it begins.
  Time.prototype.at = function (now) {
    if (!this.days) {
      var isOver = now >= this.ends;
      return { isOver: isOver, isOn: this.hasEnd && !isOver && now >= this.starts, minutes: Math.ceil((this.starts - now) / minute) };
    }
    var today = now.getFullYear() + '-' + two(now.getMonth() + 1) + '-' + two(now.getDate());
    var first = this.days[0], last = this.days[1];
    return { isOver: today.slice(0, last.length) > last, isOn: first.length === 10 && today >= first && today <= last, minutes: 0 };
  };

  // Goes on to the next date of a series.
  Time.prototype.advance = function (now) {
    while (this.next.length && this.at(now).isOver) {
      this.show(this.next.splice(0, 3));
      this.hasMoved = true;
    }
  };

  // - date: start, end or nothing, and words.
  Time.prototype.show = function (date) {
    this.element.setAttribute('datetime', date[0]);
    this.element.removeAttribute('data-end');
    if (date[1]) this.element.setAttribute('data-end', date[1]);
    this.element.textContent = date[2];
    this.read();
  };

  // The hour where the reader is; nothing where one of the times shown together is by the same clocks.
  Time.prototype.yours = function () {
    var starts = new Date(this.starts), offset = -starts.getTimezoneOffset();
    function hasClock(element) {
      var parts = /([+-])(\d\d):(\d\d)$/.exec(element.getAttribute('datetime'));
      return !parts || (parts[1] + '1') * (parts[2] * 60 + Number(parts[3])) === offset;
    }
    if (this.days || this.together.some(hasClock)) return '';
    var clock = fill(words.time, { hour: two(starts.getHours()), h: starts.getHours(), minute: two(starts.getMinutes()) });
    var there = new Date(this.together[0].getAttribute('datetime').slice(0, 10)).getUTCDay();
    // The words begin with Monday.
    if (there !== starts.getDay()) clock = fill(words.dateTime, { date: words.weekdays.split('|')[(starts.getDay() + 6) % 7], time: clock });
    return fill(words.yours, { when: clock });
  };

  Time.prototype.say = function (now) {
    this.advance(now);
    var is = this.at(now), text = '';
    this.isOver = is.isOver;
    if (is.isOver) text = this.isOwn ? '' : words.over;
    else if (this.isOff) text = '';
    else if (is.isOn) text = words.on;
    else if (is.minutes > 0 && is.minutes < 60) text = fill(soon[words.forms[is.minutes - 1]], { n: is.minutes });
    var yours = is.isOver || this.isOff ? '' : this.yours(), last = this.together[this.together.length - 1];
    this.said.forEach(function (element) { element.remove(); });
    this.said = [];
    if (this.together[0] !== this.element) return;
    if (text) this.said.push(behind(this.element, ' ', is.isOver ? 'event-over' : 'state-on', text));
    if (yours) this.said.push(behind(last, '\u00a0· ', 'event-yours', yours));
  };

  var times = all('main .event-time').map(function (element) { return new Time(element); });
  function within(element) { return times.filter(function (time) { return element.contains(time.element); }); }

  // What is said as of the day of the build is said by the minute from here on.
  times.forEach(function (time) {
    var row = time.element.closest('.row, .essentials > *');
    all('.state-on', row).forEach(function (element) { element.parentNode.remove(); });
  });

  // A list of what is to come: what is over goes, and a series that goes on has its next date in its place.
  function look(list) {
    var rows = within(list);
    rows.forEach(function (time) { time.element.closest('.row').hidden = time.isOver && !time.goesOn; });
    if (rows.some(function (time) { return time.hasMoved; })) {
      rows.sort(function (a, b) { return (a.starts || Date.parse(a.days[0])) - (b.starts || Date.parse(b.days[0])); });
      rows.forEach(function (time) {
        var row = time.element.closest('.row');
        row.parentNode.appendChild(row);
      });
    }
    list.hidden = rows.every(function (time) { return time.isOver && !time.goesOn; });
  }

  // The next meetup of a community: the first of its list that is not over.
  function nextMeetup(time, now) {
    if (!time.isOver || time.goesOn) return;
    var box = time.element.closest('.essentials > *, section');
    if (!box) return;
    var other = within(document.querySelector('[data-coming-up]') || box).filter(function (time) { return !time.isOver && !time.isOff; })[0];
    box.hidden = !other;
    if (!other) return;
    var name = box.querySelector('strong'), title = other.element.closest('.row').querySelector('.row-title').cloneNode(true);
    name.textContent = '';
    while (title.firstChild) name.appendChild(title.firstChild);
    time.show([other.element.getAttribute('datetime'), other.element.getAttribute('data-end'), other.element.textContent]);
    time.say(now);
  }

  // The page of an event itself stays, and says that it is over.
  var own = document.body.classList.contains('page-event') && within(document.querySelector('.facts') || document.body)[0];
  function sayOver() {
    all('.event-file, .hours').forEach(function (element) { element.hidden = true; });
    var notices = all('main .notice'), head = document.querySelector('.heading');
    if (!head || notices.some(function (notice) { return notice.textContent === words.isOver; })) return;
    notices.forEach(function (notice) { if (notice.textContent === words.on) notice.remove(); });
    var notice = document.createElement('p');
    notice.className = 'notice';
    notice.textContent = words.isOver;
    head.parentNode.insertBefore(notice, head.nextSibling);
  }

  function show() {
    var now = new Date();
    times.forEach(function (time) { time.say(now); });
    all('[data-coming-up]').forEach(look);
    times.forEach(function (time) { if (time.element.closest('.essentials')) nextMeetup(time, now); });
    if (own && own.isOver && !own.goesOn && !own.isOff) sayOver();
    setTimeout(show, minute - now % minute);
  }

  if (own) own.isOwn = true;
  show();
})();
