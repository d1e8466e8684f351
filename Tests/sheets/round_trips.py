#!/usr/bin/env python3
"""Saves the sheet that `folkmoot export` writes as third-party programs do, unchanged, and imports it again: every row has to be
unchanged, with no problem reported.

Gnumeric, LibreOffice, R and pandas are run where they are installed (pandas comes from PyPI, into .build/sheets-venv); Excel is
imitated for eight countries, by what it makes of a cell that looks like a date, and by its separators and encodings.
"""

import argparse
import csv
import io
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "site-checks"))
import environments  # noqa: E402

VENV = Path(__file__).resolve().parent.parent.parent / ".build/sheets-venv"
PACKAGES = ["pandas==3.1.1", "openpyxl==3.1.5"]

# How Excel shows a day, a month and a separator, by country (day pattern, month pattern, months, separator).
ENGLISH = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
COUNTRIES = {
    "en-GB": ("{d:02}/{m:02}/{y}", "{name}-{yy:02}", ENGLISH, ","),
    "en-US": ("{m}/{d}/{y}", "{name}-{yy:02}", ENGLISH, ","),
    "de-DE": ("{d:02}.{m:02}.{y}", "{name} {yy:02}", "Jan Feb Mrz Apr Mai Jun Jul Aug Sep Okt Nov Dez".split(), ";"),
    "fr-FR": ("{d:02}/{m:02}/{y}", "{name}-{yy:02}", "janv févr mars avr mai juin juil août sept oct nov déc".split(), ";"),
    "es-ES": ("{d:02}/{m:02}/{y}", "{name}-{yy:02}", "ene feb mar abr may jun jul ago sep oct nov dic".split(), ";"),
    "it-IT": ("{d:02}/{m:02}/{y}", "{name}-{yy:02}", "gen feb mar apr mag giu lug ago set ott nov dic".split(), ";"),
    "nl-NL": ("{d}-{m}-{y}", "{name}-{yy:02}", "jan feb mrt apr mei jun jul aug sep okt nov dec".split(), ";"),
    "sv-SE": ("{y}-{m:02}-{d:02}", "{name}-{yy:02}", "jan feb mar apr maj jun jul aug sep okt nov dec".split(), ";"),
}


def excel(text, country):
    """The sheet as Excel saves it where it was opened and saved without a change."""
    day, month, names, separator = COUNTRIES[country]
    rows = list(csv.reader(io.StringIO(text.lstrip("\ufeff"))))

    def shown(cell):
        if found := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", cell):
            y, m, d = map(int, found.groups())
            return day.format(y=y, m=m, d=d)
        if found := re.fullmatch(r"(\d{4})-(\d\d)", cell):
            y, m = map(int, found.groups())
            return month.format(name=names[m - 1], yy=y % 100)
        return cell

    out = io.StringIO()
    csv.writer(out, delimiter=separator, lineterminator="\r\n").writerows([[shown(cell) for cell in row] for row in rows])
    return out.getvalue()


def run(command, **options):
    return subprocess.run([str(part) for part in command], check=True, capture_output=True, timeout=300, **options)


def gnumeric(sheet, folder):
    """CSV to CSV, and over its own format."""
    if not shutil.which("ssconvert"):
        return {}
    run(["ssconvert", sheet, folder / "gnumeric.csv"])
    run(["ssconvert", sheet, folder / "over.gnumeric"])
    run(["ssconvert", folder / "over.gnumeric", folder / "gnumeric-over.csv"])
    return {"Gnumeric": folder / "gnumeric.csv", "Gnumeric, over .gnumeric": folder / "gnumeric-over.csv"}


def libreoffice(sheet, folder):
    """CSV to CSV in three locales, with and without finding dates; and over XLSX and ODS."""
    if not shutil.which("soffice"):
        return {}
    made = {}
    home = f"-env:UserInstallation=file://{folder}/home"
    for name, language in {"en-US": 1033, "en-GB": 2057, "de-DE": 1031}.items():
        for detects in ("false", "true"):
            into = folder / f"{name}-{detects}"
            run(["soffice", home, "--headless", f"--infilter=CSV:44,34,76,1,,{language},false,{detects}", "--convert-to",
                 f"csv:Text - txt - csv (StarCalc):44,34,76,1,,{language},false,true", "--outdir", into, sheet])
            made[f"LibreOffice {name}{', finds dates' if detects == 'true' else ''}"] = into / sheet.name
    for kind in ("xlsx", "ods"):
        run(["soffice", home, "--headless", "--infilter=CSV:44,34,76,1,,2057,false,true", "--convert-to", kind, "--outdir", folder,
             sheet])
        into = folder / f"over-{kind}"
        run(["soffice", home, "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,2057,false,true", "--outdir",
             into, folder / f"{sheet.stem}.{kind}"])
        made[f"LibreOffice, over .{kind}"] = into / sheet.name
    return made


def r(sheet, folder):
    if not shutil.which("Rscript"):
        return {}
    made = {}
    for name, code in {
        "R write.csv": 'write.csv(read.csv("{0}"), "{1}", row.names = FALSE)',
        "R write.csv2": 'write.csv2(read.csv("{0}"), "{1}", row.names = FALSE)',
        "R write.table": 'write.table(read.csv("{0}"), "{1}", sep = "\\t", row.names = FALSE, na = "")',
    }.items():
        path = folder / f"{name.split()[1]}.csv"
        run(["Rscript", "-e", code.format(sheet, path)])
        made[name] = path
    return made


def pandas(sheet, folder):
    import pandas as library

    frame = library.read_csv(sheet)
    frame.to_csv(folder / "pandas.csv", index=False)
    frame.to_csv(folder / "pandas-nan.csv", index=False, na_rep="NaN", sep=";")
    dates = library.read_csv(sheet, parse_dates=["founded", "as_of", "verified"], date_format="ISO8601")
    dates.to_csv(folder / "pandas-dates.csv", index=False, date_format="%Y-%m-%d")
    frame.to_excel(folder / "pandas.xlsx", index=False)
    library.read_excel(folder / "pandas.xlsx").to_csv(folder / "pandas-xlsx.csv", index=False)
    return {"pandas": folder / "pandas.csv", "pandas, NaN": folder / "pandas-nan.csv", "pandas, dates": folder / "pandas-dates.csv",
            "pandas, over .xlsx": folder / "pandas-xlsx.csv"}


def countries(sheet, folder):
    text = sheet.read_text(encoding="utf-8")
    made = {}
    for country in COUNTRIES:
        path = folder / f"excel-{country}.csv"
        path.write_text("\ufeff" + excel(text, country), encoding="utf-8", newline="")
        made[f"Excel {country}"] = path
    return made


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folkmoot", type=Path, required=True)
    parser.add_argument("--content", type=Path, required=True)
    options = parser.parse_args()
    environments.enter(VENV, PACKAGES, "sheets", environments.leave_out)
    program = options.folkmoot.resolve()
    failed = 0
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        sheet = folder / "communities.csv"
        run([program, "export", sheet, "--content", options.content])
        made = {}
        for name, save in {"Gnumeric": gnumeric, "LibreOffice": libreoffice, "R": r, "pandas": pandas, "Excel": countries}.items():
            files = save(sheet, folder)
            made.update(files)
            if not files:
                print(f"{name}: not installed, left out")
        for name, path in {"as exported": sheet, **made}.items():
            result = subprocess.run([str(program), "import", str(path), "--dry-run", "--content", str(options.content)],
                                    capture_output=True, text=True, timeout=300)
            lines = result.stderr.strip().splitlines()
            good = result.returncode == 0 and re.fullmatch(r"Would import: 0 new, 0 changed, \d+ unchanged\.", lines[-1])
            quiet = all(line.startswith(("Taken for empty cells:", "Read as the month or year")) for line in lines[:-1])
            print(f"{name:34} {'' if good and quiet else 'NOT AS IT WAS: '}{lines[-1]}", flush=True)
            if not (good and quiet):
                failed += 1
                print("\n".join("    " + line for line in lines[:12]))
                print("\n".join("    " + line for line in result.stdout.splitlines()[:20]))
    if failed:
        sys.exit(f"{failed} programs saved a sheet that is not read as it was")


if __name__ == "__main__":
    main()
