"""Web servers on loopback for tests: their paths, a free port, and a whole configuration for nginx."""

import shutil
import socket
from pathlib import Path


def program(name):
    """The path of a server, or None. Debian keeps them out of the path of users."""
    command = {"apache": "apache2"}.get(name, name)
    return shutil.which(command) or next((str(path) for path in [Path("/usr/sbin", command)] if path.is_file()), None)


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def nginx(scratch, http):
    """A configuration whose block `http` holds the text; nginx writes into the folder alone, and stays in the foreground."""
    temporary = " ".join(f"{kind}_temp_path {scratch}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    return f"daemon off; master_process off; pid {scratch}/pid; error_log {scratch}/error.log;\nevents {{}}\nhttp {{\naccess_log off; {temporary}\n{http}\n}}\n"
