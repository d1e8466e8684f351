"""The program folkmoot, as pip installed it."""

from importlib import metadata


def program():
    """The path of the program that was installed with this package.

    Raises FileNotFoundError if it is missing: somebody removed it, or the package was copied by hand."""
    try:
        files = metadata.files("folkmoot") or []
    except metadata.PackageNotFoundError:
        files = []
    for file in files:
        if file.name == "folkmoot" and file.parent.name == "bin":
            path = file.locate()
            if path.is_file():
                return str(path)
    raise FileNotFoundError("The program folkmoot is not where pip put it. Install the package again.")
