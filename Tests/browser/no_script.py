"""A page without JavaScript, compared with the same page with it."""

from chromium import in_page


def check(plain, scripted, address, place, faults):
    """`plain` runs no scripts, `scripted` does. Nothing but controls may appear through a script alone."""
    plain.goto(address)
    scripted.goto(address)
    faults.count()
    # Which date comes next, and what the reader's clock shows, goes by the moment; `test_dates.py` looks at these.
    for page in (plain, scripted):
        page.evaluate("document.querySelectorAll('.event-time, .event-said').forEach(time => time.remove())")
    without, with_script = plain.evaluate(in_page("contents")), scripted.evaluate(in_page("contents"))
    for control in without["controls"]:
        faults.add("no script", "a control does nothing without JavaScript", "let the script add or show it", place, control)
    there = set(without["lines"])
    for line in [line for line in with_script["lines"] if line not in there][:3]:
        faults.add("no script", "a text is shown by a script alone", "write it into the page", place, line[:60])
    if len(" ".join(without["lines"])) < 20:
        faults.add("no script", "the page is empty without JavaScript", "write its text into the page", place)
