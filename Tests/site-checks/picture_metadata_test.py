#!/usr/bin/env python3
"""Publishes random pictures with metadata of all kinds, and reads what is left of it in the copies with exiftool.

Nothing may be left but how the camera was held and the colour profile, and what says how the picture itself is coded;
dots, frames and times must be the same in Pillow. Of broken pictures the build must publish none with notes, and must
not stop. exiftool is the system's; Pillow comes from PyPI, into .build/checks-venv.
"""

import argparse
import io
import json
import random
import subprocess
import sys
import tempfile
import time
import warnings
from pathlib import Path

import building

sys.path.insert(0, str(building.Path(__file__).resolve().parent.parent / "browser"))
from tools import in_venv  # noqa: E402

# What may be left, as exiftool names it: facts of the file, of how it is coded, and of its colours.
GROUPS = ("System:", "ExifTool:ExifToolVersion", "ICC_Profile:", "ICC-", "JFIF:", "Adobe:", "File:", "Composite:ImageSize",
          "Composite:Megapixels", "IFD0:Orientation", "PNG-pHYs:", "GIF:", "RIFF:", "PNG:", "Meta:", "Track", "QuickTime:")
CODING = {
    "File": {"FileType", "FileTypeExtension", "MIMEType", "ExifByteOrder", "ImageWidth", "ImageHeight", "EncodingProcess",
             "BitsPerSample", "ColorComponents", "YCbCrSubSampling"},
    "PNG": {"ImageWidth", "ImageHeight", "BitDepth", "ColorType", "Compression", "Filter", "Interlace", "Palette",
            "Transparency", "SRGBRendering", "Gamma", "WhitePointX", "WhitePointY", "RedX", "RedY", "GreenX", "GreenY",
            "BlueX", "BlueY", "BackgroundColor", "SignificantBits", "ProfileName", "ICC_Profile", "AnimationFrames", "AnimationPlays"},
    "RIFF": {"ImageWidth", "ImageHeight", "WebP_Flags", "VP8Version", "HorizontalScale", "VerticalScale", "AlphaIsUsed",
             "AlphaPreprocessing", "AlphaFiltering", "AlphaCompression", "BackgroundColor", "AnimationLoopCount", "FrameCount",
             "Duration"},
    "GIF": {"GIFVersion", "ImageWidth", "ImageHeight", "HasColorMap", "ColorResolutionDepth", "BitsPerPixel",
            "BackgroundColor", "AnimationIterations", "FrameCount", "Duration", "TransparentColor", "PixelAspectRatio"},
}


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folkmoot", type=Path, required=True, metavar="BIN", help="the program under test")
    parser.add_argument("--pictures", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1, help="of the first picture")
    parser.add_argument("--keep", type=Path, help="a folder that is kept, instead of one that is removed")
    return parser.parse_args()


def handbook(folder, pictures):
    """`pictures`: name → bytes."""
    content = folder / "content"
    content.mkdir(parents=True)
    (content / "site.yaml").write_text("title: Pictures\n", encoding="utf-8")
    (content / "index.md").write_text("# Pictures\n\nMany.\n", encoding="utf-8")
    for name, data in pictures.items():
        (content / name).parent.mkdir(exist_ok=True)
        (content / name).write_bytes(data)
    return content


def build(options, folder, pictures):
    """The output folder, and the names of pictures that the build left out."""
    content = handbook(folder, pictures)
    before = {path.name: path.stat().st_mtime_ns for path in content.rglob("*")}
    started = time.monotonic()
    result = building.build(options.folkmoot, content, folder / "site")
    print(f"built {len(pictures)} pictures in {time.monotonic() - started:.1f} s", flush=True)
    if result.returncode != 0:
        building.stop(f"the build ended with {result.returncode}:\n{(result.stdout + result.stderr)[-2000:]}")
    if before != {path.name: path.stat().st_mtime_ns for path in content.rglob("*")} or any(
            (content / name).read_bytes() != data for name, data in pictures.items()):
        building.stop("the build changed a file of the content")
    again = building.build(options.folkmoot, content, folder / "site")
    if building.counts(again)["written"]:
        building.stop(f"a second build wrote {building.counts(again)['written']} files again")
    left_out = {line.split("`")[1] for line in result.stderr.splitlines() if "[picture-left-out]" in line}
    return folder / "site", left_out


def notes(site):
    """Name → what exiftool finds that may not be there."""
    result = subprocess.run(["exiftool", "-json", "-G1", "-a", "-u", "-ee", "-r", "."], cwd=site,
                            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False, timeout=3600)
    found = {}
    for file in json.loads(result.stdout or b"[]"):
        name = file.pop("SourceFile").removeprefix("./")
        found[name] = [f"{tag}: {value}" for tag, value in file.items() if not may_stay(tag, value)]
    return found


def may_stay(tag, value):
    # Fill bytes are part of the format.
    if tag == "ExifTool:Warning" and str(value).startswith("[minor] Skipped unknown"):
        return True
    if not tag.startswith(GROUPS):
        return False
    group, _, name = tag.partition(":")
    return name in CODING.get(group, {name})


def seen(data):
    """What a picture shows, with everything that a browser uses."""
    from PIL import Image, ImageSequence
    with Image.open(io.BytesIO(data)) as image:
        facts = [image.format if image.format != "MPO" else "JPEG", image.size, image.mode, image.info.get("icc_profile"),
                 image.info.get("loop"), image.info.get("transparency"), image.info.get("gamma")]
        # Where a JPEG does not give it, Pillow takes the size of a dot from the notes of the camera.
        facts.append(image.info.get("jfif_density") if image.format in ("JPEG", "MPO") else image.info.get("dpi"))
        # Pillow shows further pictures after a JPEG as frames; they are not part of it.
        frames = [image] if image.format in ("JPEG", "MPO") else ImageSequence.Iterator(image)
        return facts + [(frame.mode, frame.info.get("duration"), frame.tobytes()) for frame in frames]


def orientation(data):
    """As a browser reads it: of a PNG only from its own chunk."""
    from PIL import Image
    with Image.open(io.BytesIO(data)) as image:
        if image.format == "PNG":
            exif = Image.Exif()
            if image.info.get("exif"):
                exif.load(image.info["exif"])
        else:
            exif = image.getexif()
        value = exif.get(0x0112, 1)
        return value if value in range(2, 9) else 1


def check(tally, made, site, left_out):
    from random_pictures import MARK
    found = notes(site)
    for name, picture in made.items():
        copy = site / name
        if picture.is_left_out or name in left_out:
            tally.check(name, ([] if picture.is_left_out else ["it was left out"])
                        + ([] if name in left_out else ["it is not reported"])
                        + ([] if not copy.exists() else ["it is published"]))
            continue
        data = copy.read_bytes()
        problems = [f"left: {note}" for note in found.get(name, ["exiftool does not know it"])]
        if MARK.encode() in data or MARK.encode("utf-16le") in data:
            problems.append("some of its notes are in the copy")
        if seen(data) != seen(picture.data):
            problems.append("it does not show the same")
        if orientation(data) != (picture.orientation or 1):
            problems.append(f"held as {orientation(data)}, not as {picture.orientation}")
        tally.check(name, problems)


def check_broken(tally, made, site, left_out):
    found = notes(site)
    published = 0
    for name in made:
        if (site / name).exists():
            published += 1
            tally.check(name, [f"left: {note}" for note in found.get(name, [])
                               if not note.startswith(("ExifTool:Warning", "ExifTool:Error"))])
        else:
            tally.check(name, [] if name in left_out else ["it is gone without a message"])
    print(f"of {len(made)} broken pictures {published} are published, {len(made) - published} are left out")


def main():
    options = arguments()
    options.folkmoot = options.folkmoot.resolve()
    in_venv()
    warnings.simplefilter("ignore")
    import random_pictures
    with tempfile.TemporaryDirectory(prefix="pictures-") as folder:
        folder = options.keep or Path(folder)
        tally = building.Tally()
        made = {}
        for seed in range(options.seed, options.seed + options.pictures):
            picture = random_pictures.picture(seed)
            # One in ten is not what its name says.
            end = random.Random(seed).choice(["jpg", "png", "webp", "gif"]) if seed % 10 == 0 else picture.kind
            made[f"{seed // 1000}/{seed}.{end}"] = picture
        site, left_out = build(options, folder / "whole", {name: picture.data for name, picture in made.items()})
        check(tally, made, site, left_out)
        broken = {name: random_pictures.broken(picture.data, name) for name, picture in made.items()}
        site, left_out = build(options, folder / "broken", broken)
        check_broken(tally, broken, site, left_out)
        return tally.finish()


if __name__ == "__main__":
    sys.exit(main())
