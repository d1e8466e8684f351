#!/usr/bin/env bash
# igraph 1.0.0 (PyPI) reads a GraphML edge that says directed="false" as a directed edge, and says nothing.
#
# A graph in GraphML may hold edges of both kinds: `edgedefault` applies to edges without `directed`, and `directed`
# on an edge takes precedence. Read_GraphML looks only at `edgedefault`. In a directed graph, the end of an
# undirected edge does not reach its beginning; in an undirected one, the direction of an edge is lost. There is
# no warning, although other parts of the format that are not read give one. networkx 3.6.1 refuses such a file.
#
# A map of partners (both ways) and of parts (one way) is such a graph: half of the partners cannot reach the others.
#
# Seen with Python 3.11 on Debian 12:
#     directed graph, undirected edge a-b:  from a to b 1, from b to a inf
#     undirected graph, directed edge a->b: from a to b 1, from b to a 1
#     warnings: 0
#
# Exits 1 if that changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet igraph==1.0.0 >&2
cat > "$work/finding.py" <<'PYTHON'
import sys
import warnings
from pathlib import Path

import igraph


def distances(default, directed):
    """From one end of the only edge to the other, and back."""
    path = Path(sys.argv[1]) / "graph.graphml"
    path.write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
        f'<graph edgedefault="{default}"><node id="a"/><node id="b"/>'
        f'<edge source="a" target="b" directed="{directed}"/></graph>\n</graphml>\n'
    )
    graph = igraph.Graph.Read_GraphML(str(path))
    return f"from a to b {graph.distances(0, 1)[0][0]}, from b to a {graph.distances(1, 0)[0][0]}"


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print("directed graph, undirected edge a-b: ", distances("directed", "false"))
    print("undirected graph, directed edge a->b:", distances("undirected", "true"))
print("warnings:", len(caught))
PYTHON
seen=$("$work/venv/bin/python" "$work/finding.py" "$work")
echo "$seen"
expected='directed graph, undirected edge a-b:  from a to b 1, from b to a inf
undirected graph, directed edge a->b: from a to b 1, from b to a 1
warnings: 0'
[ "$seen" = "$expected" ] || { echo "This is no longer the case." >&2; exit 1; }
