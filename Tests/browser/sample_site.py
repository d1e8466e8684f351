"""A small valid site in two languages; test_checks.py replaces its parts by faulty ones."""

POLICY = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'self'; base-uri 'none'; form-action 'self'\">"
STYLE = """html { color-scheme: light dark; background: #fff; color: #111; }
body { margin: 0 16px; overflow-wrap: break-word; }
a { color: #0b3d91; display: inline-block; padding: 6px 0; min-width: 24px; }
:focus-visible { outline: 3px solid #0b3d91; outline-offset: 2px; }
input, button, select { font: inherit; min-height: 28px; border: 1px solid #444; background: #fff; color: #111; }
header :is(a, input, button, select) { min-width: 44px; min-height: 44px; }
svg { display: block; max-width: 100%; height: auto; }
.dark { background: #111; color: #eee; }
.dark body a { color: #9cf; }
[hidden] { display: none; }
.out { position: absolute; top: -60px; } .out:focus { top: 0; }
@media print { header, nav, form, button, footer, .out { display: none; } }
"""
# The theme from localStorage, a filter, a copy button, links to files on a disk.
SCRIPT = """(function () {
  function all(selector) { return Array.prototype.slice.call(document.querySelectorAll(selector)); }
  var root = document.documentElement, list = document.querySelector('select');
  function apply(choice) { root.classList.toggle('dark', choice === 'dark'); }
  list.hidden = false;
  list.value = localStorage.getItem('theme') || 'auto';
  apply(list.value);
  list.addEventListener('change', function () { localStorage.setItem('theme', list.value); apply(list.value); });
  var form = document.querySelector('main form'), field = form.querySelector('input');
  var status = document.querySelector('main [role=status]');
  function narrow() {
    var shown = 0;
    all('main li').forEach(function (row) {
      row.hidden = row.textContent.toLowerCase().indexOf(field.value.toLowerCase()) < 0;
      shown += row.hidden ? 0 : 1;
    });
    status.textContent = shown + ' shown';
  }
  form.hidden = false;
  var asked = /[?&]q=([^&]*)/.exec(location.search);
  if (asked) { field.value = asked[1]; narrow(); }
  field.addEventListener('input', narrow);
  all('pre').forEach(function (block) {
    var box = document.createElement('div'), button = document.createElement('button'), said = document.createElement('span');
    button.type = 'button'; button.textContent = 'Copy'; said.setAttribute('role', 'status');
    button.addEventListener('click', function () { said.textContent = 'Copied'; });
    block.parentNode.insertBefore(box, block);
    box.appendChild(block); box.appendChild(button); box.appendChild(said);
  });
  if (location.protocol === 'file:') all('a[href]').forEach(function (link) {
    link.setAttribute('href', link.getAttribute('href').replace(/\\/$/, '/index.html'));
  });
})();
"""
PAGE = """<!DOCTYPE html>
<html lang="{lang}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
{policy}<title>{title}</title>
<link rel="icon" href="{up}icon.svg"><link rel="stylesheet" href="{up}assets/style.css">{head}
<script src="{up}assets/script.js" defer></script></head>
<body>{skip}
<header><a href="{up}">Home</a>
<form action="{up}guide/" role="search" aria-label="Site">
<label for="q">Search</label> <input id="q" name="q" type="search"> <button>Search</button></form>
<select aria-label="Colours" hidden><option>auto</option><option>light</option><option>dark</option></select>
</header>
<main id="main" tabindex="-1"><h1>{title}</h1>
<form role="search" aria-label="List" hidden><label for="f">Filter</label> <input id="f" type="search"></form><p role="status"></p>
<ul><li><a href="{up}guide/">Guide to oats</a></li><li><a href="{up}about/">About barley</a></li></ul>
<pre><code>sow oats</code></pre>
<svg viewBox="0 0 200 60" width="200" height="60">
<a href="{up}about/" aria-label="Barley"><circle cx="40" cy="30" r="14"></circle></a></svg>
{main}</main>
<footer>{languages}</footer>
</body></html>
"""
SKIP = '<a class="out" href="#main">Skip</a>'
PAGES = {"": "Home", "guide/": "Guide", "about/": "About"}


def write(folder, **changes):
    """A valid site of three pages in two languages, except for what `changes` puts in place of its parts."""
    style, script = changes.pop("style", ""), changes.pop("script", "")
    folder.joinpath("assets").mkdir(parents=True)
    folder.joinpath("icon.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    folder.joinpath("assets/style.css").write_text(STYLE + style, encoding="utf-8")
    folder.joinpath("assets/script.js").write_text(SCRIPT + script, encoding="utf-8")
    for lang in ("en", "cy"):
        for path, title in PAGES.items():
            file = folder / ("" if lang == "en" else lang) / path / "index.html"
            file.parent.mkdir(parents=True, exist_ok=True)
            up = "../" * (len(file.relative_to(folder).parts) - 1) or "./"
            other = "cy" if lang == "en" else "en"
            link = f'<a href="{up}{"cy/" if other == "cy" else ""}{path}" hreflang="{other}" lang="{other}">{other}</a>'
            values = {"policy": POLICY, "head": "", "skip": SKIP, "main": "", "languages": link, **changes}
            values = {key: value.replace("{up}", up) for key, value in values.items()}
            file.write_text(PAGE.format(lang=lang, title=title, up=up, **values), encoding="utf-8")
    return folder
