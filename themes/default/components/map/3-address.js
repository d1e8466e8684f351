// The address carries the whole state, and Back goes back through it.
(function () {
  'use strict';
  var map = window.folkmootMap;
  if (!map) return;
  var NAMES = ['q'].concat(map.names, ['view', 'suggestions', 'community', 'at']);

  map.query = function () {
    var parts = NAMES.filter(function (name) { return map.state[name]; }).map(function (name) { return name + '=' + encodeURIComponent(map.state[name]).replace(/%20/g, '+').replace(/%2C/g, ','); });
    return parts.length ? '?' + parts.join('&') : '';
  };

  map.readAddress = function () {
    map.state = {};
    // Links of other pages have it after a #.
    (location.search.slice(1) + '&' + location.hash.slice(1)).split('&').forEach(function (part) {
      var place = part.indexOf('='), name = part.slice(0, place);
      if (place < 0 || NAMES.indexOf(name) < 0) return;
      try { map.state[name] = decodeURIComponent(part.slice(place + 1).replace(/\+/g, ' ')).slice(0, 500); } catch (error) { /* not an address that this page wrote */ }
    });
  };

  // While somebody types or moves the picture, one step of the history is enough.
  var last = '';
  map.remember = function (kind) {
    var address = location.pathname + map.query();
    if (address === location.pathname + location.search) return;
    try {
      if (kind === 'choice' || kind !== last) history.pushState(null, '', address); else history.replaceState(null, '', address);
    } catch (error) { /* some browsers refuse this from a disk */ }
    last = kind;
    map.changed('addressed');
  };

  window.addEventListener('popstate', function () {
    last = '';
    map.readAddress();
    map.fillForm();
    map.apply();
    map.changed('restored');
  });
})();
