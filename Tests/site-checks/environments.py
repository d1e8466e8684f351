"""Virtual environments of Python for what the tests need from PyPI."""

import os
import subprocess
import sys
from pathlib import Path


def enter(venv, packages, name, give_up):
    """Continues in a virtual environment, which is made or completed where something is missing.

    The file `name` in it lists its packages. `give_up` is called with the error where they cannot be installed, and does
    not return."""
    mark = venv / name
    if not mark.is_file() or mark.read_text(encoding="utf-8") != "\n".join(packages):
        print(f"installing {', '.join(packages)} …", flush=True)
        try:
            subprocess.run([sys.executable, "-m", "venv", str(venv)], check=True, timeout=120)
            subprocess.run([str(venv / "bin/pip"), "install", "--quiet", "--disable-pip-version-check", *packages], check=True,
                           timeout=600)
        except (subprocess.SubprocessError, OSError) as error:
            give_up(error)
        mark.write_text("\n".join(packages), encoding="utf-8")
    if Path(sys.prefix).resolve() != venv.resolve():
        os.execv(venv / "bin/python", [str(venv / "bin/python"), *sys.argv])


def leave_out(error):
    """For a check that is skipped where there is no connection."""
    print(f"left out: the readers could not be installed ({error}). Try again with a connection to PyPI.")
    sys.exit(0)
