"""What the checks share that work with a page as its readers do (the map, the search): counting, a page that reports its errors, and
the command around them."""

import argparse
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "site-checks"))
import building  # noqa: E402
from tools import in_venv  # noqa: E402
from waiting import until, until_page  # noqa: E402

FITS = "() => document.documentElement.scrollWidth <= innerWidth"


class Checks:
    """The checks of one site, each on a page of its own."""

    def __init__(self, site, browser, address, options):
        self.site, self.browser, self.address = site, browser, address
        self.folkmoot, self.is_sample, self.theme = options.folkmoot, options.sample, theme(options)
        self.faults, self.count = [], 0

    def expect(self, holds, what):
        self.count += 1
        if not holds:
            self.faults.append(what)
            print("FAULT", what, flush=True)

    def becomes(self, page, answer, what):
        """Expects that a function becomes true. `what` may be a function, to say what there is instead."""
        holds = until_page(page, answer)
        self.expect(holds, what() if callable(what) and not holds else what)

    def page(self, path, **options):
        from chromium import tab

        return Opened(self, tab(self.browser, **{"viewport": {"width": 1280, "height": 900}, **options}), path)

    def ready(self, page):
        """Waits until the page's own script has done its work, where there is one."""

    def watch(self, page, errors):
        """Adds to `errors` what else should not happen on a page."""

    def accessible(self, page, name):
        """The state a page is in, by axe, and whether it fits its window."""
        from axe_rules import violations

        # A page of `folkmoot serve` may be loaded again between the two.
        fits, found = until(lambda: (page.evaluate(FITS), violations(page)))
        self.expect(fits, f"{name}: the page scrolls sideways")
        for violation in found:
            self.expect(False, f"axe, {name}: {violation['id']}: {violation['help']}: {violation['nodes'][0]['html'][:160]}")
        self.count += 1


class Opened:
    """A page while the block runs; errors in its console are faults."""

    def __init__(self, checks, context, path):
        self.checks, self.context, self.path = checks, context, path

    def __enter__(self):
        self.page, self.errors = self.context.__enter__(), []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)
        self.checks.watch(self.page, self.errors)
        self.page.goto(self.path if "://" in self.path else self.checks.address + self.path)
        self.checks.ready(self.page)
        return self.page

    def __exit__(self, *error):
        self.checks.expect(not self.errors, f"{self.path}: errors in the console: {self.errors[:2]}")
        return self.context.__exit__(*error)


def theme(options):
    return ["--theme", str(options.theme)] if options.theme else []


def as_it_is(content, scratch):
    return content


def run(description, checks, make, what, prepare=as_it_is):
    """Builds the site and does the checks, half of them in a process of their own; the exit code. `make` is a `Checks`.
    `prepare` may copy and change the content: it gets the content's folder and a scratch folder, and returns
    the folder to build."""
    options = options_given(description, checks)
    in_venv()
    from chromium import executable
    from serving import serve

    if executable() is None:
        building.stop("Chromium is not there: run scripts/install-test-tools, or name it in $CHROMIUM")
    chosen = [check for check in checks if not options.only or check.__name__ in options.only]
    with tempfile.TemporaryDirectory() as scratch, ProcessPoolExecutor(max_workers=2) as pool:
        site, content = Path(scratch, "site"), prepare(options.content, Path(scratch))
        building.must_have_site(options.folkmoot, content, site, "--keep-going", *theme(options))
        with serve(site) as address:
            halves = [pool.submit(half, some, make, site, address, options) for some in (chosen[::2], chosen[1::2])]
            counted = [each.result() for each in halves]
    count, faults = (sum(numbers) for numbers in zip(*counted))
    print(f"{count} looks at {what}, {faults} faults")
    return 1 if faults or not count else 0


def options_given(description, checks):
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    building.add_common_options(parser)
    parser.add_argument("--theme", type=Path, metavar="DIR", help="a theme's folder, instead of the one in the program")
    parser.add_argument("--only", choices=[check.__name__ for check in checks], action="append",
                        help="one of the checks; can be given again")
    parser.add_argument("--sample", action="store_true", help="axe in one width and scheme only")
    options = parser.parse_args()
    building.require(options)
    return options


def half(checks, make, site, address, options):
    """Some of the checks, in a browser of their own: how many looks, how many faults."""
    from chromium import launched

    if not checks:
        return 0, 0
    with launched() as browser:
        of = make(site, browser, address, options)
        for check in checks:
            check(of)
    return of.count, len(of.faults)
