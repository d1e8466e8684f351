"""HTML that a text may not have, as a table: each row is a kind and the texts of that kind. What runs would report it by
`alert(1)` or by `ran = 1`, and what loads would ask `other.example`; neither does any harm."""

HANDLERS = """abort animationend animationiteration animationstart auxclick beforecopy beforecut beforeinput beforematch beforepaste
beforetoggle beforeunload blur cancel canplay change click close contextmenu copy cuechange cut dblclick drag dragend dragenter
dragleave dragover dragstart drop durationchange emptied ended error focus focusin focusout fullscreenchange gotpointercapture
hashchange input invalid keydown keypress keyup load loadeddata loadedmetadata loadstart lostpointercapture message mousedown
mouseenter mouseleave mousemove mouseout mouseover mouseup mousewheel pageshow paste pause play playing pointercancel pointerdown
pointerenter pointerleave pointermove pointerout pointerover pointerup popstate progress ratechange reset resize scroll scrollend
search seeked seeking select selectionchange selectstart slotchange stalled submit suspend timeupdate toggle touchend touchstart
transitionend transitionrun transitionstart unload volumechange waiting wheel""".split()

# Spellings of an address that begins a script.
SCHEMES = ["javascript:", "JavaScript:", "JAVASCRIPT:", " javascript:", "\tjavascript:", "java\tscript:", "javascript\t:", "java&#9;script:",
           "java&#10;script:", "java&#13;script:", "java&Tab;script:", "java&NewLine;script:", "&#106;avascript:", "&#x6a;avascript:",
           "&#0000106avascript:", "&#X6A;avascript:", "javascript&colon;", "javascript&#58;", "javascript&#x3a;", "&#1;javascript:",
           "&#32;javascript:", "&#x20;javascript:", "&#160;javascript:", "javascript:javascript:", "java\\script:", "vbscript:", "data:text/html,",
           "data:text/html;base64,", "data:image/svg+xml,", "blob:", "filesystem:", "view-source:javascript:", "feed:javascript:", "jar:",
           "file:///", "about:", "livescript:", "mocha:", "intent:", "ms-its:"]

OTHER = "https://other.example/"

ELEMENTS = ["script", "style", "iframe", "object", "embed", "applet", "form", "input", "button", "select", "textarea", "svg", "math", "video",
            "audio", "link", "meta", "base", "body", "html", "head", "frame", "frameset", "template", "noscript", "title", "marquee", "isindex",
            "portal", "dialog", "canvas", "slot", "plaintext", "xmp", "listing", "noembed", "noframes", "bgsound", "image", "keygen", "param",
            "track", "map", "area", "command", "menuitem", "layer", "ilayer", "x-element", "foreignobject"]

VECTORS = {
    "handlers": [f'<b on{name}="ran = 1">x</b>' for name in HANDLERS],
    "handlers of pictures": [f'<img src="a.png" alt="a" {written}>' for written in (
        "onerror=alert(1)", "OnErRoR=alert(1)", "onerror = 'alert(1)'", "/onerror=alert(1)", "x/onerror=alert(1)", '"onerror=alert(1)',
        "'onerror=alert(1)'", "onerror\n=\nalert(1)", "on error=alert(1)", "onerror=alert&lpar;1&rpar;", "alt='`onerror=alert(1)`'",
        "title='\"onerror=\"alert(1)'", "title='x' onerror='alert(1)' title='y'", "lang='x\" onerror=\"alert(1)'", "width='1\" onload=\"ran=1'",
        "srcset='https://other.example/a.png'", "ping=https://other.example/", "lowsrc=https://other.example/", "usemap='#m'", "is=x-a")],
    "addresses": [f'<a href="{scheme}alert(1)">x</a>' for scheme in SCHEMES],
    "addresses of pictures": [f'<img alt="x" src="{scheme}alert(1)">' for scheme in SCHEMES],
    "addresses of sources": [f'<picture><source srcset="{scheme}alert(1)"><img src="a.png" alt="x"></picture>' for scheme in SCHEMES[:20]],
    "what is cited": [f'<q cite="{scheme}alert(1)">x</q>' for scheme in SCHEMES[:10]],
    "elements": [f'<{name} src="{OTHER}" href="{OTHER}" data="{OTHER}" onload="ran = 1">alert(1)</{name}>' for name in ELEMENTS],
    "elements in a block": [f'<div><{name} src={OTHER} onload=ran=1>x</div>' for name in ELEMENTS[:30]],
    "scripts": ["<script>ran = 1</script>", "<SCRIPT>ran = 1</SCRIPT>", "<script\n>ran = 1</script\n>", "<script/x>ran = 1</script>",
                "<<script>ran = 1</script>", "<scr<script>ipt>ran = 1</scr</script>ipt>", "<script>ran = 1//", "x <script>ran = 1</script> y",
                f'<script src="{OTHER}a.js"></script>', "<script type=module>ran = 1</script>", "<div><script>\n\nran = 1\n\n</script></div>",
                "<svg><script>ran = 1</script></svg>", "<svg><script href=data:,ran=1 /></svg>", "<math><mi><script>ran = 1</script></mi></math>",
                "<noscript><p title=\"</noscript><script>ran = 1</script>\">", "<title><script>ran = 1</script></title>",
                "<style><!--</style><script>ran = 1</script>-->", "<textarea></textarea><script>ran = 1</script>",
                "<b title=\"<script>ran = 1</script>\">x</b>", "<b title='\"><script>ran = 1</script>'>x</b>",
                "<b title=`><script>ran = 1</script>`>x</b>", "&lt;script>ran = 1&lt;/script>", "<div>&lt;script&gt;ran = 1&lt;/script&gt;</div>",
                "<pre><script>ran = 1</script></pre>", "<table><script>ran = 1</script></table>", "<details><script>ran = 1</script></details>"],
    "styles": [f"<style>@import '{OTHER}a.css';</style>", f"<b style=\"background: url({OTHER}a.png)\">x</b>", "<b style='position: fixed'>x</b>",
               f"<link rel=stylesheet href={OTHER}a.css>", f"<table background={OTHER}a.png><tr><td>x</table>", f"<td background={OTHER}>x",
               "<b class='skip-link'>x</b>", "<div class=\"site-header\">x</div>", "<p style=x style=y>z</p>", "<font face='x' size=7 color=red>x</font>"],
    "comments": ["<!-- <script>ran = 1</script> -->", "<!--><script>ran = 1</script>-->", "<!---><script>ran = 1</script>-->",
                 "<!-- --!><script>ran = 1</script>-->", "<!-- a -- b --><b>x</b>", "<!x><script>ran = 1</script>", "<?x ?><script>ran = 1</script>",
                 "<![CDATA[<script>ran = 1</script>]]>", "<div><![CDATA[><img src=x onerror=ran=1>]]></div>", "<!DOCTYPE html><b>x</b>",
                 "</ x><b onclick=ran=1>y</b>", "<//script>", "<% ran = 1 %>", "<!ELEMENT x>", "<div><!--[if gte IE 4]><script>ran = 1</script><![endif]--></div>"],
    "nesting": ["<b><i>x</b></i>", "<p><div>x</p></div>", "<a href=x.md><a href=y.md>z</a></a>", "<table><b>x<tr><td>y", "<table>x<td>y</table>z",
                "<table><tr><table><tr><td>x", "<td>x</td>", "<tr><td>x</tr>", "<li>x</li>", "<ul>x<li>y</ul>", "<dl>x<dt>y</dl>", "<h2><h3>x</h2></h3>",
                "<summary>x</summary>", "<details>x</details>", "<details><summary><details><summary>x", "<figcaption>x</figcaption>",
                "<caption>x</caption>", "<ruby><rt>x<rt>y</ruby>z", "<rt>x</rt>", "<p><p><p>x", "<b><p>x</b>y</p>", "<pre><div>x</pre>y</div>",
                "<select><b>x</select>", "<svg></p><b>x</svg>", "<math><mtext><table><mglyph><b>x", "<svg><p>x</svg>", "<form><form>x</form>y",
                "<table><form><tr><td>x</form>", "<button><button>x", "<nobr>x<nobr>y", "</p>x", "</br>x", "</div></div></div>x", "<div><div>x",
                "<b>" * 90 + "x", "<div>" * 90 + "x", "<blockquote>" * 90 + "x", "<table><tr><td>" * 40 + "x", "<ul><li>" * 60 + "x",
                "<colgroup><col>x", "<table><colgroup><col><tr><td>x</table>", "<table><caption><table><tr><td>x", "<thead><tr><th>x",
                "<table><thead><tr><td>a<thead><tr><td>b</table>", "<dl><dd>a<dt>b<dd>c</dl>", "<a href=x.md><table><tr><td><a href=y.md>z</table></a>"],
    "attributes": ['<b "x">y</b>', "<b =x>y</b>", "<b x=\"a\" x='b'>y</b>", "<b/x/y>z</b>", "<b title=\"a\nb\">z</b>", "<b title='a&quot;b'>z</b>",
                   "<b title=a&lt;b>z</b>", "<b title=&#0;>z</b>", "<b id='x y'>z</b>", "<b id=''>z</b>", "<b id=folkmootFold>z</b>", "<b id=s.main>z</b>",
                   "<img name=body src=a.png alt=a>", "<a name=__proto__>x</a>", "<a id=location name=cookie>x</a>", "<b lang='\"><i>'>x</b>", "<b dir=x>y</b>",
                   "<ol start=1e9 type=z><li value=x>y</ol>", "<table><tr><td colspan=99999999 rowspan=-1>x</table>", "<img src=a.png alt=a width=1e9 height='>'>",
                   "<b tabindex=1 accesskey=x contenteditable>y</b>", "<a href=x.md target=_top ping=https://other.example/ download>y</a>",
                   "<b role=alert aria-label=x hidden>y</b>", "<div itemscope itemtype=https://other.example/>x</div>", "<b slot=x part=y is=z>w</b>"],
}


def all_vectors():
    return [(kind, text) for kind, texts in VECTORS.items() for text in texts]
