#!/usr/bin/env python3
"""Does what README and handbook tell people to do: every fenced block is run, read or compared.

Commands run in a copy of the content, which has the chapters that are tested, with fakes of programs that reach other machines; files are put into
the handbook and checked; messages of the program are provoked. Configuration for hosts is read as they read it.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import building
from blocks import ROOT, all_blocks

# Programs that reach other machines, or change this one: they only say that they were called.
STANDINS = ["aws", "npx", "pip", "rsync", "ssh", "crontab", "apt-get"]
# The text of a block that is a message, and the file that makes it appear.
MADE = {
    "content/communities/data-people.md:5:10":
        ("content/communities/data-people.md", "---\nname: Data people\nsummary: S.\ngovernment: exampleland\nfounded: 12/03/2019\n---\n", []),
    "themes/mine/pages/community.mustache:3:5": ("themes/mine/pages/community.mustache", "{{> page-head}}\n{{> body}}\n<h1>{{titel}}</h1>\n", ["--theme", "mine"]),
}


class Runner:
    def __init__(self, folkmoot, scratch, content):
        self.folkmoot, self.scratch, self.content, self.count = folkmoot, scratch, content, 0
        self.tools = scratch / "tools"
        self.tools.mkdir()
        for name in STANDINS:
            self.tool(name, f'echo "{name} $*" >> "{scratch}/called"\n[ "{name}" != crontab ] || cat > /dev/null\n')
        # A verb of the Makefile must be there; running it here would run this test again.
        self.tool("make", f'for verb; do grep -q "^$verb:" "{ROOT}/Makefile" || exit 2; done\n')
        # A server is stopped after a while.
        self.tool("folkmoot", f'[ "$1" = serve ] || exec "{folkmoot}" "$@"\ntimeout 3 "{folkmoot}" "$@" --port 0\ntest $? = 124\n')

    def tool(self, name, text):
        path = self.tools / name
        path.write_text(f"#!/bin/sh\n{text}", encoding="utf-8")
        path.chmod(0o755)

    def place(self):
        """A new folder with a copy of the content."""
        self.count += 1
        folder = self.scratch / f"place-{self.count}"
        shutil.copytree(self.content, folder / "content")
        return folder

    def program(self, folder, *words, text=None):
        return subprocess.run([str(self.folkmoot), *words], cwd=folder, input=text, capture_output=True, text=True, timeout=building.TIMEOUT, env=building.environment())

    def problems(self, folder, path):
        """Errors in one file of that content."""
        out = self.program(folder, "check", "--format", "json").stdout
        found = [json.loads(line) for line in out.splitlines()]
        return [f"{one['line']}: {one['message']}" for one in found if one["path"] == path and one["severity"] == "error"]

    # How a block of each kind is tested; each answers with lines that say what is wrong.

    def sh(self, block):
        folder = self.place()
        (folder / "site").mkdir()
        env = building.environment(PATH=f"{self.tools}:{os.environ['PATH']}", HOME=str(folder))
        script = block.text.replace("/mnt/shared", str(folder)).replace("/srv/handbook", str(folder))
        done = subprocess.run(["bash", "-eu", "-o", "pipefail", "-c", script], cwd=folder, env=env, capture_output=True, text=True, timeout=building.TIMEOUT)
        return [] if done.returncode == 0 else [f"ended with {done.returncode}", *(done.stdout + done.stderr).splitlines()[-4:]]

    def markdown(self, block):
        folder = self.place()
        if not block.text.startswith("---\n"):
            done = self.program(folder, "render", text=block.text)
            return [] if done.returncode == 0 and done.stdout.strip() else [f"render ended with {done.returncode}"]
        kind = "communities" if "\nname:" in block.text else "events" if "\nstarts:" in block.text else "writeups" if "\ndate:" in block.text else "resources"
        path = f"content/{kind}/a-block-of-the-handbook.md"
        (folder / path).write_text(block.text, encoding="utf-8")
        return self.problems(folder, path)

    def yaml(self, block):
        import yaml

        read = yaml.safe_load(block.text)
        if not isinstance(read, dict):
            return ["no group of keys"]
        if "extends" in read:
            return self.theme(block)
        if "title" not in read:  # a workflow: jobs have steps or scripts
            jobs = read.get("jobs") or {name: job for name, job in read.items() if isinstance(job, dict) and "script" in job}
            return [] if jobs and all(job.get("steps") or job.get("script") for job in jobs.values()) else ["no jobs with something to do"]
        folder = self.place()
        (folder / "content/site.yaml").write_text(block.text, encoding="utf-8")
        return self.problems(folder, "content/site.yaml")

    def css(self, block):
        return self.theme(block)

    def mustache(self, block):
        return self.theme(block)

    def theme(self, block):
        """A file of the theme `mine`, named by its first line, is checked with the others of its page."""
        folder = self.place()
        texts = {}
        for one in all_blocks():
            named = re.match(r"\W*themes/mine/([\w./-]+)", one.text)
            if one.path == block.path and named:
                texts[named[1]] = one.text
        if block.text not in texts.values():
            return ["its first line does not name a file of `themes/mine/`"]
        for text in list(texts.values()):
            for name in re.findall(r"(?:url\(assets/|\{\{asset\.)([\w.-]+?)(?=\)|\}\})", text):
                texts[f"assets/{name}"] = '<svg viewBox="0 0 1 1"/>' if name.endswith(".svg") else "x"
        texts.setdefault("theme.yaml", "name: mine\nextends: default\n")
        for path, text in texts.items():
            (folder / "themes/mine" / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / "themes/mine" / path).write_text(text, encoding="utf-8")
        out = self.program(folder, "check", "--theme", "mine", "--format", "json").stdout
        found = [json.loads(line) for line in out.splitlines()]
        return [f"{one['path']}:{one['line']}: {one['message']}" for one in found if one["path"].startswith("themes/") and one["severity"] != "note"]

    def nginx(self, block):
        return []  # served by serving_test.py

    def plain(self, block):
        """A message of the program, or what to type."""
        head = re.match(r"(\S+?:\d+:\d+): (error|warning): ", block.text)
        if not head:
            return self.markdown(block) if not self.is_bad(block) else []
        folder = self.place()
        path, text, options = MADE.get(head[1]) or (head[1].split(":")[0], self.before(block), [])
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
        if path.startswith("themes/"):
            (folder / "themes/mine/theme.yaml").write_text("name: mine\nextends: default\nfolkmoot: \">=0.1, <1\"\n", encoding="utf-8")
        else:  # alone, as for a beginner
            shutil.rmtree(folder / "content")
            (folder / path).parent.mkdir(parents=True)
            (folder / path).write_text(text, encoding="utf-8")
            (folder / "content/site.yaml").write_text("title: T\ncontact: handbook@example.org\n", encoding="utf-8")
            (folder / "content/governments").mkdir()
            (folder / "content/governments/exampleland.md").write_text("---\nname: E\n---\n", encoding="utf-8")
        done = self.program(folder, "check", *options)
        said = done.stdout + done.stderr
        return [] if block.text.strip() in said else ["the program does not say that:", *said.splitlines()[:4]]

    def before(self, block):
        """The block above a message is the file that it is about."""
        above = [one for one in all_blocks() if one.path == block.path and one.line < block.line]
        return above[-1].text

    def is_bad(self, block):
        """Whether the next block is the message about this one."""
        below = [one for one in all_blocks() if one.path == block.path and one.line > block.line]
        return bool(below) and re.match(r"\S+?:\d+:\d+: (error|warning): ", below[0].text) is not None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    building.add_common_options(parser)
    options = parser.parse_args()
    building.require(options)
    sys.path.insert(0, str(ROOT / "Tests/browser"))
    from check_site import install
    from tools import VENV

    install(VENV)
    if Path(sys.prefix).resolve() != VENV.resolve():
        os.execv(VENV / "bin/python", [str(VENV / "bin/python"), *sys.argv])
    tally = building.Tally()
    with tempfile.TemporaryDirectory(prefix="blocks-") as scratch:
        runner = Runner(options.folkmoot, Path(scratch), options.content)
        for block in all_blocks():
            test = getattr(runner, block.language or "plain", None)
            tally.check(block.name, test(block) if test else [f"there is no test for `{block.language}`"])
    if tally.passed < 20:
        tally.check("there are blocks", ["hardly any was found: are they looked for in the right place?"])
    return tally.finish()


if __name__ == "__main__":
    sys.exit(main())
