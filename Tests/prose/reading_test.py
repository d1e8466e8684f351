#!/usr/bin/env python3
"""How hard the texts are to read: Flesch–Kincaid grades by textstat, and what proselint notices.

A grade is the years at school that a reader needs. Rules of checks and words of pages stay at 8 or below, chapters of the
handbook at 9. A grade counts syllables and lengths of sentences, so it finds long texts and no riddles; words_test.py
looks for words.
"""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests/site-checks"))

import environments  # noqa: E402

# Later versions of textstat fetch a dictionary from another host when they are first used.
PACKAGES = ["textstat==0.7.3", "setuptools==75.6.0", "proselint==0.16.0", "pyyaml==6.0.2"]
OTHER_LANGUAGE = re.compile(r"\.(cy|fr|ar)\.md$")
GENERATED = {"keys.md", "checks.md", "signals.md"}
CHAPTER, SHORT_TEXT = 9, 8
# Chapters with fewer words than this have no grade that means anything.
LEAST_WORDS = 80
# Right in texts about code, or a matter of taste that the house decides otherwise.
ACCEPTED = {"lexical_illusions", "typography.diacritical_marks", "typography.symbols.curly_quotes",
            "typography.punctuation.hyperbole", "misc.capitalization.seasons", "misc.capitalization.days",
            "dates_times.am_pm.spacing", "dates_times.am_pm.lowercase_periods"}


def sentences(markdown):
    """The running text of a page, a block to a line, each with an end."""
    text = re.sub(r"\A---\n.*?\n---\n", "", markdown, flags=re.S)
    text = re.sub(r"(?ms)^( *)(```|~~~).*?^\1\2.*?$", "", text)
    text = re.sub(r"(?m)^(    |\||#).*$", "", text)
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"\[\[([^\]|]*\|)?([^\]]*)\]\]", r"\2", text)
    text = re.sub(r"<[^>]+>", "", text)
    text = re.sub(r"`[^`\n]+`", "this", text)
    text = re.sub(r"[*_>]", "", text)
    blocks = (re.sub(r"^(-|\d+\.)\s+", "", " ".join(block.split()))
              for block in re.split(r"\n\s*\n|\n(?=\s*(?:-|\d+\.) )", text))
    return "\n".join(ended(block) for block in blocks if len(block.split()) > 3)


def ended(text):
    return text if text[-1] in ".?!" else text + "."


def phrases(value):
    """The texts in a file of words, those of more than four words."""
    if isinstance(value, str):
        if len(value.split()) > 4:
            yield ended(re.sub(r"\{\w+\}", "this", value))
        return
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from phrases(part)


def rules(reference):
    """The sentence of each rule in the reference of checks."""
    return [re.sub(r"`[^`]+`", "this", text) for text in re.findall(r"(?m)^(?:Error|Warning|Hint)\. (.*)$", reference)]


def chapters():
    for path in sorted((ROOT / "content/handbook").rglob("*.md")):
        if not OTHER_LANGUAGE.search(path.name) and path.name not in GENERATED:
            yield path, sentences(path.read_text(encoding="utf-8"))


def main():
    environments.enter(ROOT / ".build/prose-venv", PACKAGES, "packages.txt", environments.leave_out)
    import textstat
    import yaml

    grade = textstat.flesch_kincaid_grade
    found = [(grade(text), path.relative_to(ROOT), CHAPTER) for path, text in chapters() if len(text.split()) >= LEAST_WORDS]
    count = len(found)
    words = yaml.safe_load((ROOT / "themes/default/i18n/en.yaml").read_text(encoding="utf-8"))
    words.pop("search_ignored")
    found.append((grade("\n".join(phrases(words))), "the words of pages", SHORT_TEXT))
    checks = rules((ROOT / "content/handbook/writing/checks.md").read_text(encoding="utf-8"))
    found.append((grade("\n".join(checks)), f"{len(checks)} rules of checks", SHORT_TEXT))
    hard = [f"{name}: grade {value}, at most {limit}" for value, name, limit in found if value > limit]
    ranked = sorted(found[:count], key=lambda one: one[0])
    print(f"{count} chapters: grade {ranked[0][0]} to {ranked[-1][0]}, median {ranked[count // 2][0]}; the words of pages "
          f"{found[-2][0]}; {found[-1][1]} {found[-1][0]}")

    paths = [path for path, _ in chapters()]
    paths += [ROOT / name for name in ("README.md", "CHANGELOG.md", "SECURITY.md", "ARCHITECTURE.md")]
    paths += [*(ROOT / "docs").rglob("*.md")]
    linter = Path(sys.executable).with_name("proselint")
    done = subprocess.run([linter, "check", "-o", "compact", *paths], stdout=subprocess.PIPE, text=True, check=False)
    noticed = [line for line in done.stdout.splitlines() if ".md:" in line and not any(name in line for name in ACCEPTED)]
    print(*hard, *(line.replace(f"{ROOT}/", "") for line in noticed), sep="\n")
    print(f"{len(hard)} texts too hard, {len(noticed)} lines noticed by proselint")
    return 1 if hard or noticed else 0


if __name__ == "__main__":
    sys.exit(main())
