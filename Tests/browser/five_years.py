"""Style sheets and scripts against the browsers of five years ago: Chrome 96, Firefox 94 and Safari 15 of late 2021.

What they do not know may only be an enhancement: a declaration that they drop, after one they know or where nothing is
lost. A syntax that takes the rule or the whole script with it is a fault.
"""

import re

import esprima
import tinycss2

# Pseudo-classes that make such a browser drop the whole rule; the rule must then hold nothing but the enhancement.
# Version in which the last of the three came to know it.
SELECTORS = {"has": "Firefox 121", "dir": "Chrome 120", "state": "Chrome 125", "user-valid": "Chrome 119", "user-invalid": "Chrome 119",
             "popover-open": "Firefox 125", "open": "Chrome 133", "modal": "Firefox 103"}
# What may follow such a selector without harm when it is not applied.
HARMLESS = {"border-radius", "min-width", "min-inline-size", "max-width", "object-position", "margin", "margin-top", "margin-bottom", "margin-block",
            "margin-block-start", "margin-block-end", "padding", "transform", "text-wrap", "box-shadow", "gap", "background", "background-position",
            "border-color", "outline", "cursor", "letter-spacing"}
AT_RULES = {"layer": "Chrome 99", "container": "Chrome 105", "scope": "Chrome 118", "starting-style": "Chrome 117", "property": "Firefox 128",
            "view-transition": "Chrome 126", "position-try": "Chrome 125"}
# Functions and values that make such a browser drop the declaration: one it knows must come before it in the same rule.
VALUES = {r"color-mix\(": "Chrome 111", r"oklch\(|oklab\(|lch\(|lab\(": "Chrome 111", r"light-dark\(": "Chrome 123", r"\b\d*\.?\d+[sdl]v[hwib]\b|\b\d*\.?\d+[sdl]vm(in|ax)\b": "Chrome 108",
          r"\b\d*\.?\d+cq[whib]\b": "Chrome 105", r"\bround\(|\bmod\(|\brem\(|\bsin\(|\bcos\(": "Chrome 125", r"\bfloat\s*:\s*inline-": "Chrome 118",
          r"\bclear\s*:\s*inline-": "Chrome 118", r"\btext-align\s*:\s*match-parent": "Chrome 16", r"\bsubgrid\b": "Chrome 117", r"\banchor\(": "Chrome 125"}
# Properties that may be missing without harm.
ENHANCEMENTS = {"text-wrap", "text-wrap-style", "scrollbar-gutter", "view-transition-name", "accent-color", "hyphenate-limit-chars", "interpolate-size",
                "text-box", "text-box-trim", "content-visibility", "contain-intrinsic-size", "overflow-anchor"}
PROPERTIES = {"container": "Chrome 105", "container-type": "Chrome 105", "translate": "Chrome 104", "rotate": "Chrome 104", "scale": "Chrome 104",
              "field-sizing": "Chrome 123", "anchor-name": "Chrome 125", "position-anchor": "Chrome 125", "mask-image": "Chrome 120", "mask": "Chrome 120",
              "offset-path": "Safari 16"}


def check_css(text, place, faults):
    faults.count()
    rules(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True), place, faults)


def rules(nodes, place, faults):
    for node in nodes:
        if node.type == "error":
            tell(faults, place, "it cannot be read", node.message, "fix the syntax")
        elif node.type == "at-rule":
            at_rule(node, place, faults)
        elif node.type == "qualified-rule":
            rule(tinycss2.serialize(node.prelude).strip(), node.content, place, faults)


def at_rule(node, place, faults):
    if node.lower_at_keyword in AT_RULES:
        tell(faults, place, f"needs {AT_RULES[node.lower_at_keyword]}, and all in it is lost without", f"@{node.lower_at_keyword}",
             "write it without, or hold an enhancement alone by @supports")
    elif node.lower_at_keyword == "media" and re.search(r"[<>=]", tinycss2.serialize(node.prelude)):
        tell(faults, place, "needs Chrome 104, and all in it is lost without", f"@media {tinycss2.serialize(node.prelude).strip()}", "write min-width and max-width")
    elif node.lower_at_keyword in ("media", "print") and node.content:
        rules(tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True), place, faults)


def rule(selector, content, place, faults):
    items = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    declarations = [item for item in items if item.type == "declaration"]
    if any(item.type in ("qualified-rule", "at-rule") for item in items):
        tell(faults, place, "needs Chrome 120, and all in it is lost without", f"a rule within {selector}", "write rules one after the other")
    sticky = any(item.lower_name == "position" and tinycss2.serialize(item.value).strip() == "sticky" for item in declarations)
    lost = [] if sticky else [item.lower_name for item in declarations if item.lower_name not in HARMLESS and not item.lower_name.startswith("--")]
    for name in re.findall(r":(?<!::)([a-z-]+)", selector):
        if name in SELECTORS and lost:
            tell(faults, place, f"needs {SELECTORS[name]}, and the rule is lost without", f"{selector} {{ {lost[0]} }}", "let it hold enhancements alone, or choose another selector")
    for index, item in enumerate(declarations):
        declaration(selector, item, {earlier.lower_name for earlier in declarations[:index]}, place, faults)


def declaration(selector, item, before, place, faults):
    text = f"{item.lower_name}: {tinycss2.serialize(item.value).strip()}"
    needs = next((version for pattern, version in VALUES.items() if re.search(pattern, text)), PROPERTIES.get(item.lower_name))
    if needs and item.lower_name not in before and item.lower_name not in ENHANCEMENTS:
        tell(faults, place, f"needs {needs}, with nothing before it that older browsers take", f"{selector} {{ {text} }}",
             "write a declaration that they know before it")


def check_script(text, place, faults):
    """Scripts must be of ES2017: what comes later takes the whole file with it."""
    faults.count()
    try:
        tokens = esprima.parseScript(text, tokens=True).tokens
    except esprima.Error as error:
        tell(faults, place, "it is not ES2017", str(error), "write it in older words: no ?., ??, class fields, spread of objects")
        return
    for token in tokens:
        # The parser accepts newer patterns.
        if token.type == "RegularExpression" and re.search(r"\(\?<|\\[pP]\{", token.value):
            tell(faults, place, "needs Safari 16.4, and all of the script is lost without", token.value[:80], "write the pattern without looking behind, groups with names and classes of Unicode")


def tell(faults, place, problem, what, fix):
    faults.add("five years", problem, fix, place, what)


def check(site, faults, make_place):
    for path in sorted(site.folder.rglob("assets/*")):
        place = make_place(path.relative_to(site.folder).as_posix())
        if path.suffix == ".css":
            check_css(path.read_text(encoding="utf-8"), place, faults)
        elif path.suffix == ".js":
            check_script(path.read_text(encoding="utf-8"), place, faults)
