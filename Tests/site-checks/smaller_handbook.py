#!/usr/bin/env python3
"""Copies a handbook with the texts of its first languages alone, and perhaps with a part of its communities, for suites
that build it many times."""

import argparse
import re
import shutil
from pathlib import Path


def in_first_languages(folder, count):
    """Takes the texts of the other languages out of a copy."""
    settings = folder / "site.yaml"
    text = settings.read_text(encoding="utf-8")
    languages = re.search(r"(?m)^languages: *\[(.*)\]\n", text)
    every = [language.strip() for language in languages.group(1).split(",")]
    kept, others = every[:count], every[count:]
    settings.write_text(text.replace(languages.group(0), f"languages: [{', '.join(kept)}]\n"), encoding="utf-8")
    for language in others:
        for path in [*folder.rglob(f"*.{language}.md"), *folder.rglob(f"*.{language}.yaml")]:
            path.unlink()
    if not others:
        return
    # Texts beside those of the other languages in one file: a line each, below their key.
    text = re.compile(r"(?m)^ +(?:%s): .*\n" % "|".join(others))
    for path in [*folder.rglob("*.md"), *folder.rglob("*.yaml")]:
        whole = path.read_text(encoding="utf-8")
        head = re.match(r"---\n.*?\n---\n", whole, re.S) if path.suffix == ".md" else re.match(r".*", whole, re.S)
        if head and text.search(head[0]):
            path.write_text(text.sub("", head[0]) + whole[head.end():], encoding="utf-8")


def with_some_communities(folder, count):
    """Takes communities out of a copy: all but the first ones, those that other entries name, and whatever these name."""
    files = {path.name.partition(".")[0]: path for path in sorted((folder / "communities").iterdir())}
    ids = re.compile(r"(?<![\w-])(?:%s)(?![\w-])" % "|".join(sorted(map(re.escape, files), key=len, reverse=True)))
    texts = {id: "".join(text.read_text(encoding="utf-8") for text in texts_of(path)) for id, path in files.items()}
    waiting = set(list(files)[:count])
    for path in folder.rglob("*.md"):
        if path.relative_to(folder).parts[0] != "communities":
            waiting.update(ids.findall(path.read_text(encoding="utf-8")))
    kept = set()
    while waiting:
        kept.add(id := waiting.pop())
        waiting.update(set(ids.findall(texts[id])) - kept)
    for id in files.keys() - kept:
        for path in (folder / "communities").glob(f"{id}*"):
            if path.name.partition(".")[0] == id:
                shutil.rmtree(path) if path.is_dir() else path.unlink()


def texts_of(path):
    """The texts of an entry: its file with its translations, or its folder."""
    return path.rglob("*.md") if path.is_dir() else path.parent.glob(f"{path.name.partition('.')[0]}*.md")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path, help="the handbook")
    parser.add_argument("folder", type=Path, help="the copy, which does not exist yet")
    parser.add_argument("--languages", type=int, required=True, help="how many of its languages")
    parser.add_argument("--communities", type=int, help="how many of its communities at least (default: all)")
    options = parser.parse_args()
    shutil.copytree(options.source, options.folder)
    in_first_languages(options.folder, options.languages)
    if options.communities is not None:
        with_some_communities(options.folder, options.communities)


if __name__ == "__main__":
    main()
