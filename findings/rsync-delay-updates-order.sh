#!/usr/bin/env bash
# rsync 3.2.7 with --delay-updates puts a page in place before the new style sheet that it needs.
#
# --delay-updates keeps all new files aside and renames them at the end, which is often taken for safe with styles whose
# names are hashes: "the page and its style sheet appear together". The renames come in the order of the list of files:
# the files of a folder before those of the folders in it, and these by name. So `index.html` and every page of a folder
# before `assets` in the alphabet are there first, and a reader of that moment gets a page without styles. It helps to
# send the folder of the styles first, in a command of its own (-R creates the parent folder).
#
# Seen with rsync 3.2.7-1+deb12u6 on Debian 12, by the time of each rename (500 more pages in `about`):
#     --delay-updates: assets/style-2.css came after index.html and about/p1.html
#     assets first, then --delay-updates: assets/style-2.css came before index.html and about/p1.html
#
# Needs Debian 12 with its package lists (apt-get update) and a file system that notes the time of a rename, as ext4
# does. Exits 1 if what is seen changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"
cd "$work"
apt-get download -qq rsync=3.2.7-1+deb12u6 >&2
dpkg -x rsync_*.deb root
rsync=$work/root/usr/bin/rsync

# site VERSION: pages that need the style sheet of that version.
site() {
    rm -rf site
    mkdir -p site/about site/assets
    echo "body { margin: $1em }" > "site/assets/style-$1.css"
    for page in index about/p{1..500}; do
        echo "<link rel=\"stylesheet\" href=\"assets/style-$1.css\">" > "site/$page.html"
    done
}

# order: whether the style sheet came after both pages, or before.
order() {
    local style=public/assets/style-2.css
    local times
    times=$(stat --format '%.Z %n' "$style" public/index.html public/about/p1.html | sort -n | cut -d' ' -f2 | tr '\n' ' ')
    case $times in
        "$style "*) echo "assets/style-2.css came before index.html and about/p1.html" ;;
        *" $style ") echo "assets/style-2.css came after index.html and about/p1.html" ;;
        *) echo "$times" ;;
    esac
}

seen=$(
    for way in together first; do
        rm -rf public
        site 1
        "$rsync" -a site/ public/
        sleep 1.1
        site 2
        [ "$way" = together ] || "$rsync" -aR site/./assets public/
        "$rsync" -a --delay-updates --delete-after site/ public/
        [ "$way" = together ] && echo "--delay-updates: $(order)" || echo "assets first, then --delay-updates: $(order)"
    done
)
echo "$seen"
expected='--delay-updates: assets/style-2.css came after index.html and about/p1.html
assets first, then --delay-updates: assets/style-2.css came before index.html and about/p1.html'
[ "$seen" = "$expected" ] || { echo "This is no longer the case." >&2; exit 1; }
