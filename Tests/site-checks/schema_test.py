#!/usr/bin/env python3
"""Every file of a handbook validates against the schema of its kind where `folkmoot check` finds nothing, the schemas are valid
themselves, and mistakes that both know are found by both. check-jsonschema comes from PyPI, into .build/checks-venv."""

import argparse
import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

import building

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "browser"))
from tools import in_venv  # noqa: E402

FOLDERS = {"events": "event", "writeups": "writeup", "resources": "resource", "people": "person", "governments": "government",
           "organisations": "organisation", "roles": "role", "topics": "topic", "skills": "skill", "handbook": "chapter"}
PARTS = {"charter": "charter", "members": "members", "backlog": "backlog"}
# Front matter, and whether the schema of an event takes it.
EVENTS = [
    ("title: A\nstarts: 2026-03-12 14:00\n", True), ("title: 2026\nstarts: 2026\n", True), ("title: {en: A, cy: B}\nminutes: 1,997\n", True), ("title: A\nx_own: {any: thing}\nlanguages: en\n", True),
    ("title: A\nstarts: 12/03/2026\n", False), ("title: A\nkind: party\n", False), ("title: A\nspaekers: [B]\n", True), ("title: A\nregister: www.example.org\n", False),
    ("title: A\nrepeats: {day: monday}\n", False), ("title: A\nminutes: soon\n", False), ("title: A\nminutes: 1,5\n", False), (f"title: {'x' * 201}\n", True), ("title: [A, B]\n", False), ("title: A\nagenda: [{minutes: 5}]\n", False),
]


def kind_of(path):
    """(kind, whether it is a translation) by the place of a file below content/."""
    parts, name = path.parts, path.name.removesuffix(".md").split(".")
    is_translation = len(name) == 2
    folder, stem = parts[0] if len(parts) > 1 else "", name[0]
    if folder == "communities" and len(parts) > 2:
        inner = FOLDERS.get(parts[2]) if len(parts) > 3 else PARTS.get(stem, "community" if stem == "index" else "page")
        return (inner or "page"), is_translation
    if folder == "communities":
        return ("community" if stem != "index" else "page"), is_translation
    kind = FOLDERS.get(folder, "page")
    return ("page" if stem == "index" and kind != "chapter" and len(parts) == 2 else kind), is_translation


def front_matter(text):
    lines = text.removeprefix("\ufeff").splitlines()
    if not lines or lines[0].rstrip() != "---":
        return None
    end = next((at for at, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "...")), None)
    return None if end is None else "\n".join(lines[1:end]) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    building.add_common_options(parser)
    parser.add_argument("--corpus", type=Path, help="another handbook")
    options = parser.parse_args()
    building.require(options)
    in_venv()
    folkmoot = options.folkmoot
    with tempfile.TemporaryDirectory() as folder:
        scratch, faults, count = Path(folder), [], 0
        schemas = {}

        def schema(kind, is_translation=False):
            key = (kind, is_translation)
            if key not in schemas:
                done = subprocess.run([folkmoot, "schema", kind, *(["--translation"] if is_translation else [])], capture_output=True, text=True, check=True)
                json.loads(done.stdout)
                schemas[key] = scratch / f"{kind}{'.translation' if is_translation else ''}.schema.json"
                schemas[key].write_text(done.stdout, encoding="utf-8")
            return schemas[key]

        def check(*arguments):
            done = subprocess.run([sys.executable, "-m", "check_jsonschema", *map(str, arguments)], capture_output=True, text=True, check=False)
            return done.returncode, done.stdout + done.stderr

        for content in [options.content] + ([options.corpus] if options.corpus else []):
            done = subprocess.run([folkmoot, "check", "--content", content, "--format", "json", "--as-of", building.AS_OF], capture_output=True, text=True, check=False)
            troubled = {str(Path(json.loads(line)["path"])) for line in done.stdout.splitlines() if line.startswith("{")}
            files = defaultdict(list)
            for path in sorted(content.rglob("*.md")):
                text = front_matter(path.read_text(encoding="utf-8", errors="replace"))
                if text is None or str(path) in troubled:
                    continue
                copy = scratch / content.parent.name / path.relative_to(content).with_suffix(".yaml")
                copy.parent.mkdir(parents=True, exist_ok=True)
                copy.write_text(text or "{}\n", encoding="utf-8")
                files[kind_of(path.relative_to(content))].append(copy)
            files["site", False] = [content / "site.yaml"]
            for (kind, is_translation), of in sorted(files.items()):
                code, said = check("--schemafile", schema(kind, is_translation), *of)
                count += len(of)
                if code:
                    faults.append(f"{kind}: {said[:1500]}")
        for kind in [*FOLDERS.values(), *PARTS.values(), "community", "page", "home", "site"]:
            code, said = check("--check-metaschema", schema(kind), schema(kind, True))
            count += 2
            if code:
                faults.append(f"the schema of {kind} is not valid: {said[:500]}")
        for number, (text, is_right) in enumerate(EVENTS):
            case = scratch / f"case-{number}.yaml"
            case.write_text(text, encoding="utf-8")
            code, said = check("--schemafile", schema("event"), case)
            count += 1
            if (code == 0) != is_right:
                faults.append(f"an event of {text!r} is {'refused: ' + said[:600] if is_right else 'taken'}")
    for fault in faults:
        print("FAULT", fault)
    print(f"{count} files and schemas, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
