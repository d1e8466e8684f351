"""Clicking through pages of a site that was opened from a disk."""

from policy import Watched, tell

STEPS = 10
# Links to other pages of the site, and where they lead from here; those not seen yet first.
LINKS = """Array.from(document.querySelectorAll('a[href]'), link => String(link.href).split('#')[0])"""


def check(page, folder, place, faults, steps=STEPS):
    """Starts at index.html and follows links; each must lead to a page with a heading and a style, never to a folder."""
    watched = Watched(page, folder.as_uri() + "/")
    page.goto((folder / "index.html").as_uri())
    seen = {page.url}
    for step in range(steps):
        link = next_link(page, watched.home, seen)
        if link is None:
            faults.add("disk", f"no way on after {step} pages", "link to more pages of the site", place(page.url, watched.home))
            return
        left = page.url
        page.locator("a[href]").nth(link).click()
        page.wait_for_url(lambda url: url != left)
        faults.count()
        seen.add(page.url.split("#")[0])
        problem = arrived(page)
        if problem:
            faults.add("disk", problem, "links must lead to files there: see disk-links.js and `links: files`",
                       place(page.url, watched.home))
            return
        tell(watched, place(page.url, watched.home), faults)


def next_link(page, home, seen):
    """The index of a visible link that leads to a new page; from deeper pages, so that the walk leaves the menu."""
    fresh = [(index, url) for index, url in enumerate(page.evaluate(LINKS))
             if url.startswith(home) and url not in seen and not url.endswith((".xml", ".json", ".ics", ".png"))]
    fresh.sort(key=lambda entry: -entry[1].count("/"))
    return next((index for index, _ in fresh if page.locator("a[href]").nth(index).is_visible()), None)


def arrived(page):
    if not page.url.split("#")[0].split("?")[0].endswith(".html"):
        return f"a link led to the folder {page.url.rstrip('/').rsplit('/', 1)[-1]}/ instead of a page"
    if page.locator("main h1").count() != 1:
        return "a link led to something without a heading"
    if page.evaluate("document.styleSheets.length") == 0:
        return "the page found no style sheet"
    return None
