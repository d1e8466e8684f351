"""What the tests need from PyPI, in the virtual environment of the other checks."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
VENV = ROOT / ".build/checks-venv"
# Playwright drives the system's own Chromium; its downloads of browsers are not needed.
PACKAGES = ["axe-playwright-python==0.1.8", "playwright==1.65.2", "websocket-client==1.9.2", "esprima==4.0.1", "tinycss2==1.5.1", "check-jsonschema==0.39.0", "pillow==13.0.0"]
MARK = VENV / "browser-packages"


def in_venv(venv=VENV):
    """Goes on in the virtual environment, which is made or completed where something is missing."""
    mark = venv / MARK.name
    if not mark.is_file() or mark.read_text(encoding="utf-8") != "\n".join(PACKAGES):
        install(venv)
        mark.write_text("\n".join(PACKAGES), encoding="utf-8")
    if Path(sys.prefix).resolve() != venv.resolve():
        os.execv(venv / "bin/python", [str(venv / "bin/python"), *sys.argv])


def install(venv):
    print(f"installing {', '.join(PACKAGES)} …", flush=True)
    try:
        subprocess.run([sys.executable, "-m", "venv", str(venv)], check=True, timeout=120)
        subprocess.run([str(venv / "bin/pip"), "install", "--quiet", "--disable-pip-version-check", *PACKAGES], check=True, timeout=600)
    except (subprocess.SubprocessError, OSError) as error:
        print(f"could not check: {error}\nDelete {venv} and try again with a connection to PyPI.", file=sys.stderr)
        sys.exit(2)
