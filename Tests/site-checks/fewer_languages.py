#!/usr/bin/env python3
"""Copies a handbook with the texts of its first languages alone, for suites that build it many times."""

import re
import shutil
import sys
from pathlib import Path


def main():
    source, folder, count = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    shutil.copytree(source, folder)
    settings = folder / "site.yaml"
    text = settings.read_text(encoding="utf-8")
    languages = re.search(r"(?m)^languages: *\[(.*)\]\n", text)
    every = [language.strip() for language in languages.group(1).split(",")]
    kept, others = every[:count], every[count:]
    settings.write_text(text.replace(languages.group(0), f"languages: [{', '.join(kept)}]\n"), encoding="utf-8")
    for language in others:
        for path in [*folder.rglob(f"*.{language}.md"), *folder.rglob(f"*.{language}.yaml")]:
            path.unlink()


if __name__ == "__main__":
    main()
