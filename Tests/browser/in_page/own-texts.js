// Texts that are said to be in the language of the page: those of elements, and those in attributes.
() => {
  {{naming}}
  var lang = document.documentElement.lang, found = [];
  function add(text, element, what) {
    text = (text || '').trim().replace(/\s+/g, ' ');
    if (text && element.closest('[lang]').getAttribute('lang') === lang && !element.closest('code, pre, kbd, script, style')) found.push([text, what]);
  }
  var walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) add(walker.currentNode.nodeValue, walker.currentNode.parentElement, named(walker.currentNode.parentElement));
  ['aria-label', 'alt', 'title', 'placeholder'].forEach(function (name) {
    Array.prototype.forEach.call(document.querySelectorAll('[' + name + ']'), function (element) {
      add(element.getAttribute(name), element, name + ' of ' + named(element));
    });
  });
  return found;
}
