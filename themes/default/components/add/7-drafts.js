// What somebody wrote and has not sent, kept in this browser.
(function () {
  'use strict';
  var add = window.folkmootAdd;
  if (!add) return;

  // The draft of each kind is kept in this browser until somebody starts again; one that a link began is separate, and is
  // kept for that link.
  function store(form) { return 'folkmoot-add-' + form.kind + (form.asked ? ' ' + form.asked : ''); }
  add.keep = function (form) {
    var draft = {};
    form.fields.forEach(function (field) { var answer = field.answer(); if (answer.length) draft[field.key] = answer; });
    try {
      // The zone of the browser's clock is offered, and alone it is nobody's draft.
      if (Object.keys(draft).some(function (key) { return key !== 'time_zone'; })) localStorage.setItem(store(form), JSON.stringify(draft)); else localStorage.removeItem(store(form));
    } catch (error) { /* kept for as long as the page is open */ }
  };
  add.kept = function (form) {
    var draft = {};
    try {
      var stored = JSON.parse(localStorage.getItem(store(form))) || {};
      // Only what a form keeps: texts, and lists of them, without halves of signs.
      Object.keys(stored).forEach(function (key) {
        var isList = Array.isArray(stored[key]), values = [].concat(stored[key]).filter(function (one) { return typeof one === 'string' && !/[\ud800-\udbff](?![\udc00-\udfff])|^[\udc00-\udfff]/.test(one); });
        if (values.length) draft[key] = isList ? values : values[0];
      });
      form.fields.forEach(function (field) { if (Array.isArray(draft[field.key]) && !field.isList) delete draft[field.key]; });
    } catch (error) { return {}; }
    return draft;
  };
})();
