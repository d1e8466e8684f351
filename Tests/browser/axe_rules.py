"""axe-core over a page: every rule of WCAG 2.2 A and AA and the best practices, light and dark, narrow and wide."""

import re

from axe_playwright_python.sync_playwright import Axe

from chromium import in_page, resize

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
# Off in axe unless they are requested.
ASKED_FOR = ["target-size", "label-content-name-mismatch", "p-as-heading", "table-fake-caption", "td-has-header"]
OPTIONS = {"runOnly": {"type": "tag", "values": TAGS}, "rules": {rule: {"enabled": True} for rule in ASKED_FOR},
           "resultTypes": ["violations"]}
LOOKS = [("light", 1280), ("dark", 1280), ("dark", 320), ("light", 320)]
SAMPLE = [("light", 1280), ("dark", 320)]
# Which texts stand for those that are painted like them.
KIND = "data-text-kind"
ONE_OF_EACH = "mark => axe.configure({ rules: [{ id: 'color-contrast', selector: `[${mark}]` }] })"


def violations(page, options=OPTIONS):
    """What axe finds on a page as it is: every rule over every element, but for the contrast of texts that are painted alike."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(Axe().axe_script)
        page.evaluate(ONE_OF_EACH, KIND)
    if options is OPTIONS:
        page.evaluate(in_page("text-kinds"), KIND)
    return page.evaluate("options => axe.run(options).then(found => found.violations)", options)


def check(page, place, faults, looks=LOOKS):
    """`page` is open; `place(scheme, width)` names a look at it."""
    for scheme, width in looks:
        page.emulate_media(color_scheme=scheme)
        resize(page, width)
        faults.count()
        for violation in violations(page):
            tell(violation, place(scheme, width), faults)


def tell(violation, place, faults):
    for node in violation["nodes"]:
        if violation["id"] == "label-content-name-mismatch" and not says_words(node["html"]):
            continue
        reasons = [item["message"] for item in node["any"] + node["all"] + node["none"]]
        faults.add(f"axe {violation['id']}", violation["help"], violation["helpUrl"].split("?")[0], place,
                   f"{' '.join(map(str, node['target']))}: {reasons[0] if reasons else ''}")


def says_words(html):
    """An arrow or a cross is no label that a name could differ from."""
    return any(letter.isalnum() for letter in re.sub(r"<[^>]*>", "", html))
