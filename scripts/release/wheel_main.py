"""`python -m folkmoot`: becomes the program, so its signals and exit codes are the program's own."""

import os
import sys

from folkmoot import program

if __name__ == "__main__":
    try:
        path = program()
    except FileNotFoundError as error:
        sys.exit(str(error))
    os.execv(path, [path, *sys.argv[1:]])
