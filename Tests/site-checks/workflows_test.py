#!/usr/bin/env python3
"""The steps that a new handbook's workflows run, in a shell with fakes of the hosts' own programs: that the program is fetched
and does not run unless its hash is correct, which issue is opened, rewritten or closed by the monthly check, and that what could
not run says so. All files for hosts, those of the project too, are checked with actionlint and the schemas of the hosts."""

import argparse
import hashlib
import io
import json
import os
import re
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

import building

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "browser"))
from tools import in_venv  # noqa: E402

ROOT = Path(__file__).resolve().parent.parent.parent
TITLE = "What the monthly check found"

# Each fake program records how it was called; `gh issue list` and a query by curl answer what the test prepared.
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

# Takes the place of curl when the program is fetched: copies the archive that the test made to the requested file.
FETCHING = """#!/bin/sh
printf '%s\\n' "$*" >> "$FAKE_LOG"
while [ $# -gt 1 ]; do [ "$1" = --output ] && { cp "$FAKE_ARCHIVE" "$2" || exit 22; }; shift; done
"""
# What is fetched. It leaves a mark when it runs.
PROGRAM = "#!/bin/sh\necho ran >> \"$FAKE_RAN\"\nexit \"${FAKE_CODE:-0}\"\n"


def stand_ins(folder, programs):
    folder.mkdir()
    for name, text in programs.items():
        (folder / name).write_text(text)
        (folder / name).chmod(0o755)
    return folder


def archive(path, program):
    """A release: the program in an archive of the name that its address ends with."""
    with tarfile.open(path, "w:gz") as packed:
        entry = tarfile.TarInfo("folkmoot-0.1.0-linux-x86_64/bin/folkmoot")
        entry.size, entry.mode = len(program), 0o755
        packed.addfile(entry, io.BytesIO(program.encode()))
    return path


def fetching(demo, scratch, expect):
    """`.folkmoot/fetch` as all hosts run it."""
    fake = stand_ins(scratch / "fetching", {"curl": FETCHING})
    log, ran = scratch / "fetch-log", scratch / "ran"
    release = demo / ".folkmoot/release"
    written = release.read_text()
    digest = hashlib.sha256(PROGRAM.encode()).hexdigest()
    here = archive(scratch / "release.tar.gz", PROGRAM)
    other = archive(scratch / "other.tar.gz", PROGRAM + "# changed\n")

    def fetch(home, sha256=digest, file=here, path=fake, **values):
        log.write_text("")
        text = re.sub(r"(?m)^sha256 = .*$", f"sha256 = {sha256}", written)
        for key, value in values.items():
            text = re.sub(rf"(?m)^{key} = .*$", f"{key} = {value}", text)
        release.write_text(text)
        done = subprocess.run(["sh", ".folkmoot/fetch", str(home)], cwd=demo, capture_output=True, text=True, check=False, timeout=60,
                              env=os.environ | {"PATH": f"{path}:{os.environ['PATH']}", "FAKE_LOG": str(log), "FAKE_ARCHIVE": str(file), "FAKE_RAN": str(ran)})
        return done, log.read_text().splitlines(), home / "folkmoot"

    home = scratch / "home"
    done, calls, program = fetch(home)
    expect(done.returncode == 0 and os.access(program, os.X_OK) and program.read_text() == PROGRAM, f"fetch: {done.stderr}")
    expect(len(calls) == 1 and "--proto =https" in calls[0] and calls[0].endswith("/releases/download/v0.1.0/folkmoot-0.1.0-linux-x86_64.tar.gz"), f"fetch: {calls}")
    expect(sorted(path.name for path in home.iterdir()) == ["folkmoot"], f"fetch leaves files: {list(home.iterdir())}")
    done, calls, program = fetch(home)
    expect(done.returncode == 0 and calls == [], f"fetch, when it is there: {done.stderr} {calls}")
    done, calls, program = fetch(scratch / "second", file=other)
    expect(done.returncode == 1 and not program.exists() and "is not the one whose SHA-256" in done.stderr, f"fetch, another program: {done.returncode} {done.stderr}")
    expect(not list((scratch / "second").iterdir()), "fetch keeps what it refused")
    # However somebody wrote it.
    done, calls, program = fetch(scratch / "spaced", sha256=digest.upper() + "  \\r")
    expect(done.returncode == 0 and program.exists(), f"fetch, an upper-case hash and a carriage return: {done.stderr}")
    done, calls, program = fetch(scratch / "sixth", version="0.2.0")
    expect(done.returncode == 1 and not program.exists() and "is not the archive of version 0.2.0" in done.stderr, f"fetch, another version: {done.stderr}")
    done, calls, program = fetch(scratch / "seventh", file=scratch / "none.tar.gz")
    expect(done.returncode == 1 and "could not download https://" in done.stderr, f"fetch, nothing there: {done.stderr}")
    done, calls, program = fetch(scratch / "eighth", sha256="abc defg")
    expect(done.returncode == 1 and calls == [] and "is not a SHA-256" in done.stderr, f"fetch, no hash: {done.stderr}")
    done, calls, program = fetch(home, file=other, sha256="0" * 64)
    expect(done.returncode == 1 and program.read_text() == PROGRAM, f"fetch, a new hash: {done.returncode} {done.stderr}")
    done, calls, program = fetch(scratch / "third", sha256="unknown")
    expect(done.returncode == 1 and calls == [] and "no release is named" in done.stderr, f"fetch, no release: {done.stderr}")
    elsewhere = stand_ins(scratch / "elsewhere", {"curl": FETCHING, "uname": '#!/bin/sh\n[ "$1" = -m ] && echo riscv64 || echo Linux\n'})
    done, calls, program = fetch(scratch / "fourth", path=elsewhere)
    expect(done.returncode == 1 and calls == [] and "no release for Linux on riscv64" in done.stderr, f"fetch, another machine: {done.stderr}")
    compiling = stand_ins(scratch / "compiling", {
        "git": '#!/bin/sh\nprintf "%s\\n" "$*" >> "$FAKE_LOG"\nfor last; do :; done\nmkdir -p "$last"\n', "swift": "#!/bin/sh\n",
        "make": '#!/bin/sh\nmkdir -p "$2/.build/release" && echo compiled > "$2/.build/release/folkmoot"\n'})
    done, calls, program = fetch(scratch / "fifth", compile="yes", sha256="unknown", source="https://example.org/folkmoot", path=compiling)
    expect(done.returncode == 0 and program.read_text() == "compiled\n" and "--branch v0.1.0" in calls[0], f"fetch, compiling: {done.stderr} {calls}")
    done, calls, program = fetch(scratch / "ninth", compile="yes", path=compiling)
    expect(done.returncode == 1 and calls == [] and "is not a real address" in done.stderr, f"fetch, compiling what is at no address: {done.stderr} {calls}")
    expect(not ran.exists(), "fetch runs the program")
    release.write_text(re.sub(r"(?m)^sha256 = .*$", f"sha256 = {digest}", written))
    return fake, here, ran


def named_by_others(demo, scratch, fetched, load, expect):
    """The action for GitHub and the component for GitLab, in another project's repository."""
    fake, here, ran = fetched
    digest = hashlib.sha256(PROGRAM.encode()).hexdigest()
    host = os.environ | {"PATH": f"{fake}:{os.environ['PATH']}", "FAKE_LOG": os.devnull, "FAKE_ARCHIVE": str(here), "FAKE_RAN": str(ran)}

    def run(script, **environment):
        return subprocess.run(["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script], cwd=demo, capture_output=True, text=True, check=False, timeout=60, env=host | environment)

    install, use = load((ROOT / "action.yml").read_text())["runs"]["steps"]
    for name, given, expected in (("named", {"VERSION": "0.1.0", "SHA256": digest}, 0), ("of the handbook", {"VERSION": "", "SHA256": ""}, 0), ("wrong", {"VERSION": "0.1.0", "SHA256": "0" * 64}, 1)):
        temporary, path = scratch / f"action {name}", scratch / "path"
        temporary.mkdir()
        path.write_text("")
        done = run(install["run"], RUNNER_TEMP=str(temporary), GITHUB_PATH=str(path), ACTION=str(ROOT), REPOSITORY="https://example.org/folkmoot", **given)
        expect(done.returncode == expected and path.read_text() == (f"{temporary}/folkmoot/bin\n" if expected == 0 else ""), f"action, {name}: {done.returncode} {done.stderr}")
    ran.unlink(missing_ok=True)
    done = run(use["run"], PATH=f"{scratch}/action named/folkmoot/bin:{host['PATH']}", WORDS="build --output *")
    expect(done.returncode == 0 and ran.exists(), f"action, a run: {done.stderr}")

    lines = load((ROOT / "templates/handbook.yml").read_text().split("\n---\n")[1])[".folkmoot"]["before_script"]
    for name, given, expected in (("right", digest, 0), ("wrong", "0" * 64, 1)):
        work = scratch / f"component-{name}"
        # As a runner that looks only at the end of each item.
        script = "\n".join(f"{line.replace('/tmp', str(work))} || exit $?" for line in lines)
        work.mkdir()
        done = subprocess.run(["sh", "-c", script], cwd=demo, capture_output=True, text=True, check=False, timeout=60, env=host | {"FOLKMOOT_VERSION": "0.1.0", "FOLKMOOT_SHA256": given, "FOLKMOOT_REPOSITORY": "https://example.org/folkmoot"})
        expect(done.returncode == expected and os.access(work / "folkmoot/folkmoot", os.X_OK) == (expected == 0), f"component, {name}: {done.returncode} {done.stdout}{done.stderr}")


def forgejo(demo, scratch, workflows, fetched, expect):
    """The steps of Forgejo's workflows, with a real repository on the disk in place of the host's."""
    fake, here, ran = fetched
    git = ["git", "-c", "user.name=T", "-c", "user.email=t@example.org", "-C", str(demo)]
    for command in (["init", "-q", "-b", "main"], ["add", "--all"], ["commit", "-q", "-m", "first"], ["update-ref", "refs/pull/3/head", "HEAD"]):
        subprocess.run([*git, *command], check=True, capture_output=True)
    subprocess.run(["git", "clone", "-q", "--mirror", str(demo), str(scratch / "host.git")], check=True)
    for name, job in (("check.yml", "check"), ("publish.yml", "publish")):
        work = scratch / f"work-{name}"
        work.mkdir()
        for step in workflows[name]["jobs"][job]["steps"]:
            # Programs in place of those that a container has.
            script = step["run"].replace("/tmp/folkmoot", str(scratch / f"bin-{name}"))
            if "folkmoot build" in script:
                (work / "site").mkdir()
                (work / "site/index.html").write_text("<p>site")
            done = subprocess.run(["bash", "-e", "-o", "pipefail", "-c", script], cwd=work, capture_output=True, text=True, check=False, timeout=60,
                                  env=os.environ | {"PATH": f"{fake}:{os.environ['PATH']}", "FAKE_LOG": os.devnull, "FAKE_ARCHIVE": str(here), "FAKE_RAN": str(ran), "REPOSITORY": str(scratch / "host.git"), "TOKEN": "secret", "NUMBER": "3", "BASE": "main"})
            expect(done.returncode == 0, f"forgejo, {name}: {step}: {done.stderr}")
    expect(ran.exists(), "forgejo: the program did not run")
    shown = subprocess.run(["git", "-C", str(scratch / "host.git"), "show", "pages:index.html"], capture_output=True, text=True, check=False)
    expect(shown.stdout == "<p>site", f"forgejo: nothing was published: {shown.stderr}")


def linted(demo, scratch, expect):
    """actionlint for the workflows, the hosts' schemas for the rest."""
    tools = Path(sys.prefix) / "bin"
    for folder in (".github/workflows", ".forgejo/workflows"):
        files = sorted(str(path) for path in (demo / folder).glob("*.yml"))
        done = subprocess.run([str(tools / "actionlint"), "-no-color", *files], cwd=demo, capture_output=True, text=True, check=False)
        # The label of Forgejo's own runners is one that actionlint does not know.
        said = [line for line in done.stdout.splitlines() if re.match(r"\S+:\d+:\d+:", line) and 'label "docker" is unknown' not in line]
        expect(files and not said and done.returncode in (0, 1), f"actionlint: {done.returncode} {said} {done.stderr}")
    component = scratch / "component.yml"
    component.write_text((ROOT / "templates/handbook.yml").read_text().split("\n---\n")[1])
    for schema, file in (("github-actions", ROOT / "action.yml"), ("gitlab-ci", demo / ".gitlab-ci.yml"), ("gitlab-ci", component)):
        done = subprocess.run([str(tools / "check-jsonschema"), "--builtin-schema", f"vendor.{schema}", str(file)], capture_output=True, text=True, check=False)
        expect(done.returncode == 0, f"{file.name} against {schema}: {done.stdout}{done.stderr}")


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
        theirs = {path.name: load(path.read_text()) for path in sorted(demo.glob(".forgejo/workflows/*.yml"))}
        expect(set(workflows) == {"check.yml", "comment.yml", "monthly.yml", "publish.yml"}, f"workflows: {list(workflows)}")
        for name, workflow in [*workflows.items(), *theirs.items()]:
            expect("permissions" in workflow and "write-all" not in str(workflow), f"{name} says what it may do")
            for job in workflow["jobs"].values():
                for step in job["steps"]:
                    # What a proposal says must not become part of a command.
                    expect("${{" not in step.get("run", ""), f"{name}: a value of the host is in a command: {step.get('run')}")
                    # A tag can be moved to other code.
                    expect(re.search(r"@[0-9a-f]{40}$", step.get("uses", "@" + "0" * 40)), f"{name}: an action without a commit: {step.get('uses')}")
        linted(demo, Path(scratch), expect)
        fetched = fetching(demo, Path(scratch), expect)
        named_by_others(demo, Path(scratch), fetched, load, expect)
        forgejo(demo, Path(scratch), theirs, fetched, expect)
        fake = stand_ins(Path(scratch, "fake"), {"folkmoot": FOLKMOOT, "gh": GH, "curl": CURL})
        log, output = Path(scratch, "log"), Path(scratch, "output")

        def run(script, code, issue, **environment):
            """The steps' exit code, and how the host's program was called."""
            for path in (log, output):
                path.write_text("")
            done = subprocess.run(
                ["bash", "-e", "-o", "pipefail", "-c", script], cwd=scratch, capture_output=True, text=True, check=False, timeout=60,
                env=os.environ | {"PATH": f"{fake}:{os.environ['PATH']}", "FAKE_CODE": str(code), "FAKE_ISSUE": issue, "FAKE_LOG": str(log), "GITHUB_OUTPUT": str(output), "GITHUB_STEP_SUMMARY": os.devnull} | environment)
            return done.returncode, log.read_text().splitlines()

        _, check, keep = [step for step in workflows["monthly.yml"]["jobs"]["check"]["steps"] if "run" in step]
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
