"""The main paths of a site with the keyboard alone: search, filter, language, map, copying code. The rules are in keyboard.py."""

from drivers import arrive, tab_to, wait_for

HEADER_FIELD = "element.matches('header input[type=search], header [role=search] input, header search input')"
LIST_FIELD = "element.matches('main [role=search] input, main search input, main input[type=search]')"
COUNTED = """() => Array.from(document.querySelectorAll('main [role=status], main [aria-live]'))
  .some(at => /\\p{Nd}/u.test(at.textContent))"""
ROWS = """() => Array.from(document.querySelectorAll('main li, main tbody tr')).filter(at => at.getClientRects().length).length"""
CIRCLES = """() => Array.from(document.querySelectorAll('main svg a')).filter(link => link.getAttribute('href')).length"""
AIM = "() => new URL(document.activeElement.getAttribute('href') || '.', document.baseURI).href"
COPY_BUTTON = "element.localName === 'button' && element.closest('main') && element.parentElement.querySelector('pre')"
COPIED = """() => { const status = document.activeElement.parentElement.querySelector('[role=status], [aria-live]');
  return !!status && !!status.textContent.trim(); }"""


def search(walk, path, word):
    walk.open(path)
    if not walk.expect("search field", tab_to(walk.driver, HEADER_FIELD), path):
        return
    walk.driver.type(word)
    walk.driver.press("Enter")
    walk.expect("search sent", arrive(walk.driver, "/[?&#]q=/.test(location.href)"), path)
    results = f"""() => Array.from(document.querySelectorAll('main a[href]')).some(link => link.getClientRects().length
      && (link.closest('li, tr, article, section') || link).textContent.toLowerCase().includes({word.lower()!r}))"""
    walk.expect("search results", wait_for(walk.driver, results), path, word)
    walk.expect("search count", wait_for(walk.driver, COUNTED), path)


def filter_of_list(walk, path, word):
    walk.open(path)
    if not walk.expect("filter field", tab_to(walk.driver, LIST_FIELD), path):
        return
    before = walk.driver.evaluate(ROWS)
    walk.driver.type(word)
    fewer = f"() => {{ const now = ({ROWS})(); return now < {before} && now > 0; }}"
    walk.expect("filter rows", wait_for(walk.driver, fewer), path, word)
    walk.expect("filter count", wait_for(walk.driver, COUNTED), path)


def language(walk, path, other):
    walk.open(path)
    link = f"element.matches('a[hreflang={other}]') && !element.closest('main')"
    # Several languages may be in a list that opens.
    folded = f"element.localName === 'summary' && element.parentElement.querySelector('a[hreflang={other}]') && !element.parentElement.open"
    if walk.driver.evaluate(f"() => Array.from(document.querySelectorAll('summary')).some(element => {folded})"):
        if walk.expect("language link", tab_to(walk.driver, folded), path, other):
            walk.driver.press("Enter")
    if not walk.expect("language link", tab_to(walk.driver, link), path, other):
        return
    walk.driver.press("Enter")
    same = f"""document.documentElement.lang === '{other}'
      && location.pathname.replace(/index\\.html$/, '').endsWith('/{other}/{path}')"""
    walk.expect("language page", arrive(walk.driver, same), path, other)


def map_of_communities(walk, path):
    walk.open(path)
    if not walk.expect("map links", walk.driver.evaluate(CIRCLES), path):
        return
    if not walk.expect("map stops", tab_to(walk.driver, "element.closest('svg')"), path):
        return
    aim = walk.driver.evaluate(AIM)
    walk.driver.press("Enter")
    walk.expect("map leads on", arrive(walk.driver, f"location.href === {aim!r} && !!document.querySelector('h1')"), path, aim)


def copy(walk, path):
    walk.open(path)
    if not walk.expect("copy button", tab_to(walk.driver, COPY_BUTTON, 400), path):
        return
    walk.driver.press("Enter")
    walk.expect("copy said", wait_for(walk.driver, COPIED), path)
