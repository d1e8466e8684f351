#!/usr/bin/env python3
"""The steps that a new handbook's workflows run, in a shell with stand-ins for the hosts' own programs: which issue is opened,
written anew or closed by the monthly check, and that what could not run says so."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import building

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "browser"))
from tools import in_venv  # noqa: E402

TITLE = "What the monthly check found"

# Each stand-in writes down how it was called; `gh issue list` and a question of curl answer what the test laid out.
FOLKMOOT = """#!/bin/sh
echo "### A report"
exit "$FAKE_CODE"
"""
GH = """#!/bin/sh
printf '%s\\n' "$*" >> "$FAKE_LOG"
case "$1 $2" in "issue list") printf '%s' "$FAKE_ISSUE" ;; esac
"""
CURL = """#!/bin/sh
printf '%s\\n' "$*" >> "$FAKE_LOG"
case "$*" in *state=opened*) printf '%s' "$FAKE_ISSUE" ;; esac
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folkmoot", required=True)
    options = parser.parse_args()
    in_venv()
    from ruamel.yaml import YAML

    load = YAML(typ="safe").load
    faults, count = [], 0

    def expect(holds, what):
        nonlocal count
        count += 1
        if not holds:
            faults.append(what)
            print("FAULT", what, flush=True)

    with tempfile.TemporaryDirectory() as scratch:
        made = subprocess.run([str(Path(options.folkmoot).absolute()), "new", "handbook", "demo", "--title", "T"], cwd=scratch, capture_output=True, text=True, check=False, env=building.environment())
        expect(made.returncode == 0, made.stderr)
        demo = Path(scratch, "demo")
        workflows = {path.name: load(path.read_text()) for path in sorted(demo.glob(".github/workflows/*.yml"))}
        gitlab = load((demo / ".gitlab-ci.yml").read_text())
        expect(set(workflows) == {"check.yml", "comment.yml", "monthly.yml", "publish.yml"}, f"workflows: {list(workflows)}")
        for name, workflow in workflows.items():
            expect("permissions" in workflow and "write-all" not in str(workflow), f"{name} says what it may do")
            for job in workflow["jobs"].values():
                for step in job["steps"]:
                    # What a proposal says must not become part of a command.
                    expect("${{" not in step.get("run", ""), f"{name}: a value of the host stands in a command: {step.get('run')}")
        fake = Path(scratch, "fake")
        fake.mkdir()
        for name, text in {"folkmoot": FOLKMOOT, "gh": GH, "curl": CURL, "apt-get": "#!/bin/sh\n"}.items():
            (fake / name).write_text(text)
            (fake / name).chmod(0o755)
        log, output = Path(scratch, "log"), Path(scratch, "output")

        def run(script, code, issue, **environment):
            """The steps' exit code, and how the host's program was called."""
            for path in (log, output):
                path.write_text("")
            done = subprocess.run(
                ["bash", "-e", "-o", "pipefail", "-c", script], cwd=scratch, capture_output=True, text=True, check=False, timeout=60,
                env=os.environ | {"PATH": f"{fake}:{os.environ['PATH']}", "FAKE_CODE": str(code), "FAKE_ISSUE": issue, "FAKE_LOG": str(log), "GITHUB_OUTPUT": str(output), "GITHUB_STEP_SUMMARY": os.devnull} | environment)
            return done.returncode, log.read_text().splitlines()

        check, keep = [step for step in workflows["monthly.yml"]["jobs"]["check"]["steps"] if "run" in step]
        for code, issue, expected in [(0, "", None), (0, "7", "issue close 7"), (1, "7", "issue edit 7 --body-file report.md"), (1, "", f"issue create --title {TITLE} --body-file report.md")]:
            status, _ = run(check["run"], code, issue)
            expect(status == 0 and output.read_text() == f"code={code}\n", f"github, {code}: {status} {output.read_text()}")
            status, calls = run(keep["run"], code, issue, CODE=str(code), TITLE=keep["env"]["TITLE"])
            expect(status == 0 and calls[0].startswith("issue list --app github-actions") and "env.TITLE" in calls[0], f"github, {code}, {issue}: {status} {calls}")
            expect(calls[1:] == [] if expected is None else len(calls) == 2 and calls[1].startswith(expected), f"github, {code}, {issue}: {calls}")
        expect(run(check["run"], 2, "")[0] == 2, "github: a check that could not run passes")

        script = "\n".join(gitlab["monthly"]["script"])
        host = {"CI_API_V4_URL": "https://host.example/api/v4", "CI_PROJECT_ID": "5", "ISSUE_TOKEN": "secret", "LABEL": gitlab["monthly"]["variables"]["LABEL"]}
        there = json.dumps([{"id": 900, "iid": 7, "title": TITLE}], separators=(",", ":"))
        for code, issue, expected in [(0, "[]", None), (0, there, "PUT https://host.example/api/v4/projects/5/issues/7 --data state_event=close"), (1, there, "PUT https://host.example/api/v4/projects/5/issues/7"), (1, "[]", "POST https://host.example/api/v4/projects/5/issues ")]:
            status, calls = run(script, code, issue, **host)
            expect(status == 0, f"gitlab, {code}, {issue}: {status}")
            expect(len(calls) == 1 if expected is None else len(calls) == 2 and expected in calls[1], f"gitlab, {code}, {issue}: {calls}")
        expect("scope=created_by_me" in script, "gitlab: anybody's issue is taken for its own")
        expect(run(script, 2, "[]", **host)[0] == 2, "gitlab: a check that could not run passes")
    print(f"workflows: {count} looks, {len(faults)} faults")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
