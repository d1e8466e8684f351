"""How a page copes with narrow screens, zoom, spaced text, forced colours, less motion and paper."""

from chromium import in_page, resize

# 640 is a window of 1280 at 200%, 320 the same at 400%.
WIDTHS = [320, 640, 1280]


def check(page, place, faults):
    """`page` is open; `place(width=…, how=…)` names a look at it."""
    page.emulate_media(color_scheme="light")
    for width in WIDTHS:
        resize(page, width)
        faults.count()
        tell(page, "overflow", "the page scrolls sideways", "let it wrap, or scroll in a box of its own",
             place(width=width), faults)
        tell(page, "targets", "targets under 24 by 24 px, or in the header under 44 (WCAG 2.5.8, 2.5.5)",
             "make them larger with padding, which moves no lines around a link", place(width=width), faults)
        tell(page, "cut", "a part of the page is cut", "let it wrap, grow with the page, or fit into its column", place(width=width), faults)
        tell(page, "spacing", "spaced text is cut off (WCAG 1.4.12)",
             "set no height, and hide nothing that overflows", place(width=width), faults)
    emulated(page, "forced", "a control cannot be seen in forced colours",
             "give it a border, and an outline when it has the focus", place(how="forced colours"), faults, forced_colors="active")
    emulated(page, "motion", "something moves for those who asked for less motion",
             "put it into @media (prefers-reduced-motion: no-preference)", place(how="reduced motion"), faults, reduced_motion="reduce")
    emulated(page, "printed", "paper shows what belongs to the screen, or not what belongs on paper",
             "fix it in @media print", place(how="print, dark"), faults, media="print", color_scheme="dark")


def emulated(page, script, problem, fix, place, faults, **media):
    page.emulate_media(**media)
    tell(page, script, problem, fix, place, faults)
    page.emulate_media(media="screen", color_scheme="light", forced_colors="none", reduced_motion="no-preference")


def tell(page, script, problem, fix, place, faults):
    for element in page.evaluate(in_page(script)):
        faults.add(f"layout {script}", problem, fix, place, element)
