// Texts that are said to be in the language of the page: those of elements, and those in attributes.
() => {
  {{naming}}
  var lang = document.documentElement.lang, found = [];
  function add(text, element, what) {
    text = (text || '').trim().replace(/\s+/g, ' ');
    if (!text || element.closest('code, pre, kbd, script, style')) return;
    if (element.closest('[lang]').getAttribute('lang') === lang) found.push([text, what]);
  }
  var walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    var parent = walker.currentNode.parentElement;
    add(walker.currentNode.nodeValue, parent, named(parent));
  }
  ['aria-label', 'alt', 'title', 'placeholder'].forEach(function (name) {
    Array.prototype.forEach.call(document.querySelectorAll('[' + name + ']'), function (element) {
      add(element.getAttribute(name), element, name + ' of ' + named(element));
    });
  });
  return found;
}
