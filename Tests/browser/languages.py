"""The language of parts (WCAG 3.1.2): a text that is the same in a page and its translation cannot be in both languages."""

import re

from chromium import in_page

# Names are the same everywhere; two words without a capital are seldom a name.
PLAIN_WORD = re.compile(r"(?<![\w@./#:-])[^\W\d_]{3,}(?![\w@./:-])")


def check(page, address, translation, place, faults):
    page.goto(address)
    own = dict(page.evaluate(in_page("own-texts")))
    page.goto(translation)
    faults.count()
    for text, element in page.evaluate(in_page("own-texts")):
        if text in own and is_prose(text):
            faults.add("language of parts", "the same text claims two languages", "give it the lang of the file it comes from",
                       place, element)


def is_prose(text):
    return sum(word.islower() for word in PLAIN_WORD.findall(text)) >= 2
