// What a printed page shows and should not: ways to other pages, forms, buttons; and dark paper, or no text at all.
() => {
  {{naming}}
  {{colours}}
  var useless = document.querySelectorAll('body > header nav, body > footer nav, form, [role="search"], button, '
    + 'a[href^="#"]:first-child');
  var found = Array.prototype.filter.call(useless, function (element) {
    if (element.localName === 'a' && element !== document.body.firstElementChild) return false;
    return shown(element) && !forReadersOnly(element);
  }).map(named);
  var heading = document.querySelector('h1');
  if (!heading || !shown(heading)) found.push('h1: is not printed');
  if (luminance(behind(document.body)) < 0.9) found.push('body: the paper is dark');
  var ink = heading && channels(getComputedStyle(heading).color).rgb;
  if (ink && contrast(ink, [255, 255, 255]) < 4.5) found.push('h1: is too light for paper');
  return found;
}
