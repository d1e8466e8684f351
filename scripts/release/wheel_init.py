"""The program folkmoot, as pip installed it."""

import os
import sys
import sysconfig


def program():
    """The path of the program that belongs to this package.

    Raises FileNotFoundError where it is not: somebody removed it, or the package was copied by hand."""
    folders = [sysconfig.get_path("scripts"), os.path.join(sys.prefix, "bin")]
    if hasattr(sysconfig, "get_preferred_scheme"):
        folders.append(sysconfig.get_path("scripts", sysconfig.get_preferred_scheme("user")))
    # With `pip install --target FOLDER`, programs are in a folder beside the packages.
    folders.append(os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "bin"))
    for folder in folders:
        path = os.path.join(folder, "folkmoot")
        if os.path.isfile(path):
            return path
    raise FileNotFoundError("The program folkmoot is not where pip puts programs: " + ", ".join(folders) + ". Install the package again.")
