// Puts the parts to work, once the network is there.
(function () {
  'use strict';
  var map = window.folkmootMap;
  if (!map) return;
  var ASKED = ['q'].concat(map.names), isListFirst = function () { return false; };
  map.load(function () {
    var columns = map.root.querySelector('.map-columns');
    map.readAddress();
    if (map.form) {
      map.form.hidden = false;
      map.fillForm();
      map.root.querySelector('.map-side').hidden = false;
      columns.classList.add('has-panel');
      // Beside the picture, where the window is wide enough for both to be in sight.
      if (window.matchMedia('(min-width: 72rem)').matches) map.root.querySelector('.map-side').appendChild(map.figure.querySelector('.map-legend'));
      map.figure.setAttribute('aria-describedby', 's.map-keys');
      // On a phone the list comes first until somebody asks for the picture. The address does not say so: elsewhere it shows the picture.
      var phone = window.matchMedia('(max-width: 40rem)'), view = function (value) { return map.form.querySelector('[name="view"][value="' + value + '"]'); };
      var network = view(''), government = view('government'), list = view('list');
      var pictureFirst = function () { map.root.setAttribute('data-first', 'picture'); };
      isListFirst = function () { return phone.matches && !map.root.hasAttribute('data-first'); };
      var bring = function () { if (phone.matches) map.form.querySelector('.map-status').scrollIntoView(); };
      if (map.state.community || map.state.at || map.state.suggestions || map.state.view === 'government') pictureFirst();
      network.addEventListener('click', pictureFirst);
      if (government) government.addEventListener('click', pictureFirst);
      map.parts.push({ filtered: function () { if (!map.state.view) (isListFirst() ? list : network).checked = true; } });
      if (phone.addEventListener) phone.addEventListener('change', map.apply);
      map.form.addEventListener('submit', function (event) { event.preventDefault(); });
      map.form.addEventListener('reset', function (event) {
        event.preventDefault();
        ASKED.forEach(function (name) { map.state[name] = ''; });
        map.fillForm();
        change('choice');
      });
      map.fields.forEach(function (field) {
        var isText = field.type === 'search';
        if (isText) field.addEventListener('focus', function () { map.withNames(map.apply); });
        field.addEventListener(isText ? 'input' : 'change', function () { change(isText ? 'typing' : 'choice'); if (field.name === 'view') bring(); });
      });
    } else {
      var layer = map.figure.querySelector('input[name="suggestions"]');
      if (layer) layer.checked = map.isChecked(layer);
    }
    map.figure.querySelector('.map-tools').hidden = false;

    function change(kind) {
      map.readForm();
      if (map.state.view === 'list' && isListFirst()) map.state.view = '';
      map.apply();
      map.remember(kind);
    }

    // Pictures and list show the same set; the view says which of them are there.
    map.parts.push({ filtered: function () {
      var view = map.state.view || '';
      map.root.setAttribute('data-view', view || 'all');
      if (map.form) map.form.querySelector('[type="reset"]').hidden = !ASKED.some(function (name) { return map.state[name]; });
      if (columns) columns.hidden = view === 'list' || view === 'coverage' || !view && isListFirst();
    } });
    map.apply();
    map.changed('restored');
    if (map.svg.getBoundingClientRect().width < 700 || location.search || location.hash) map.placeLabels();
    if (map.form && map.root.hasAttribute('data-first') && !window.scrollY) bring();
    map.root.setAttribute('data-state', 'ready');
  });
})();
