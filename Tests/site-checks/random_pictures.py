"""Random pictures with metadata of all kinds, each a function of a seed: what cameras, phones and programs write into them."""

import io
import random
import struct
import zlib

from PIL import Image, ImageCms

# Is in every note, so that the rest of a note is found in a copy.
MARK = "TELLTALE"
MODES = {"jpg": ["RGB", "L", "CMYK"], "png": ["RGB", "RGBA", "L", "LA", "P", "1", "I;16"], "webp": ["RGB", "RGBA"],
         "gif": ["P", "RGB"], "avif": ["RGB", "RGBA"]}
PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


class Picture:
    """Bytes, and what must be the same in the copy."""

    def __init__(self, random, kind):
        self.random, self.kind = random, kind
        self.orientation = None
        # Whether notes are in it that cannot be taken out, so that it is left out.
        self.is_left_out = False
        self.data = getattr(self, kind)()

    def chance(self, percent):
        return self.random.random() * 100 < percent

    def word(self):
        return f"{MARK} {self.random.randrange(10**9)}"

    # What is seen

    def image(self, mode=None):
        mode = mode or self.random.choice(MODES[self.kind])
        width, height = self.random.randint(1, 40), self.random.randint(1, 40)
        size = width * height * {"RGB": 3, "RGBA": 4, "CMYK": 4, "LA": 2, "I;16": 2}.get(mode, 1)
        if mode == "1":
            return Image.frombytes("L", (width, height), self.random.randbytes(size)).convert("1")
        if mode == "P":
            image = Image.frombytes("P", (width, height), self.random.randbytes(size))
            image.putpalette(self.random.randbytes(768))
            return image
        return Image.frombytes(mode, (width, height), self.random.randbytes(size))

    def frames(self):
        first = self.image("RGB")
        return first, [Image.frombytes("RGB", first.size, self.random.randbytes(len(first.tobytes())))
                       for _ in range(self.random.randint(1, 3))]

    # Notes

    def exif(self, keeps=True):
        """Notes of a camera, as bytes that begin with `Exif`."""
        exif = Image.Exif()
        exif[0x010F], exif[0x0110], exif[0x0131] = self.word(), self.word(), self.word()
        exif[0x0132], exif[0x013B], exif[0x8298] = "2026:05:01 10:00:00", self.word(), self.word()
        exif[0x9C9B] = self.word().encode("utf-16le")
        if self.chance(60):
            orientation = self.random.randint(1, 8)
            exif[0x0112] = orientation
            if keeps:
                self.orientation = orientation
        if self.chance(70):
            exif.get_ifd(0x8825).update({1: "N", 2: (52.0, 31.0, 12.0), 3: "E", 4: (13.0, 24.0, 36.0), 29: "2026:05:01"})
        if self.chance(70):
            exif.get_ifd(0x8769).update({0x9003: "2026:05:01 10:00:00", 0xA431: self.word(), 0xA434: self.word(),
                                         0x927C: self.word().encode() * self.random.randint(1, 40),
                                         0x9286: b"ASCII\0\0\0" + self.word().encode()})
        if self.chance(30):
            exif.endian = ">"
        return exif.tobytes()

    def xmp(self):
        return (f'<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
                f'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
                f'xmlns:dc="http://purl.org/dc/elements/1.1/" dc:source="{self.word()}" '
                f'xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="52,31.2N" exif:GPSLongitude="13,24.6E"/>'
                f'</rdf:RDF></x:xmpmeta>{" " * self.random.randint(0, 200)}<?xpacket end="w"?>').encode()

    def iptc(self):
        city = self.word().encode()
        record = b"\x1c\x02\x5a" + struct.pack(">H", len(city)) + city
        record += b"\0" * (len(record) % 2)
        return b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0" + struct.pack(">I", len(record)) + record

    def film(self):
        """What phones put after a photo that moves."""
        place = self.box(b"\xa9xyz", struct.pack(">HH", 17, 0) + b"+52.5200+013.4100/")
        text = self.word().encode()
        more = self.box(b"\xa9mak", struct.pack(">HH", len(text), 0) + text)
        header = self.box(b"mvhd", bytes(12) + struct.pack(">II", 600, 600) + bytes(80))
        return (self.box(b"ftyp", b"isom\0\0\0\0isom") + self.box(b"moov", header + self.box(b"udta", place + more))
                + self.box(b"mdat", self.random.randbytes(self.random.randint(0, 300))))

    @staticmethod
    def box(name, data):
        return struct.pack(">I", len(data) + 8) + name + data

    def trailer(self):
        """What comes after the end of a picture."""
        other = io.BytesIO()
        self.image("RGB").save(other, "JPEG", exif=self.exif(keeps=False), comment=self.word().encode())
        return self.random.choice([
            lambda: other.getvalue(), self.film, lambda: self.word().encode() * 20, self.random_trailer,
            lambda: b"\0" * self.random.randint(1, 50) + self.word().encode(),
        ])()

    def random_trailer(self):
        return self.random.randbytes(self.random.randint(1, 500)) + self.word().encode()

    # Formats

    def jpg(self):
        image = self.image()
        options = {"quality": self.random.randint(20, 95), "progressive": self.chance(40), "optimize": self.chance(30)}
        if image.mode == "RGB" and self.chance(40):
            options["subsampling"] = self.random.randint(0, 2)
        if self.chance(20):
            options["restart_marker_blocks"] = self.random.randint(1, 3)
        if self.chance(40):
            options["icc_profile"] = PROFILE
        if self.chance(40):
            options["dpi"] = (self.random.randint(30, 600),) * 2
        out = io.BytesIO()
        image.save(out, "JPEG", **options)
        data = out.getvalue()
        segments = [segment(0xE1, self.exif())] if self.chance(80) else []
        others = [
            lambda: segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + self.xmp()), lambda: segment(0xED, self.iptc()),
            lambda: segment(0xE1, b"http://ns.adobe.com/xmp/extension/\0" + b"0" * 32 + struct.pack(">II", 40, 0) + self.xmp()),
            lambda: segment(0xE1, self.exif(keeps=False)) if segments and segments[0][1] == 0xE1 else b"",
            lambda: segment(0xFE, self.word().encode()), lambda: segment(0xEC, b"Ducky\0\x01\0\x04\0\0\0\x50" + self.word().encode()),
            lambda: segment(0xE2, b"MPF\0II*\0\x08\0\0\0\0\0" + self.word().encode()),
            lambda: segment(0xE2, b"FPXR\0\0" + self.word().encode()), lambda: segment(0xEB, b"JP\0\x01" + self.word().encode()),
            lambda: segment(0xE0, b"JFXX\0\x10" + self.small()), lambda: segment(0xE3, b"Meta\0\0" + self.exif(keeps=False)[6:]),
            lambda: segment(0xE5, b"RMETA\0" + self.word().encode()), lambda: segment(0xEF, b"Q " + self.word().encode()),
            lambda: segment(0xE4, self.word().encode() * self.random.randint(1, 200)),
        ]
        segments += [self.random.choice(others)() for _ in range(self.random.randint(0, 6))]
        if self.chance(10):
            segments.append(b"\xff" * self.random.randint(1, 5))
        place = 2 if self.chance(50) or data[3] != 0xE0 else 4 + struct.unpack(">H", data[4:6])[0]
        data = data[:place] + b"".join(segments) + data[place:]
        if self.chance(15) and data[2:4] == b"\xff\xe0":
            data = self.with_preview(data)
        return data + (self.trailer() if self.chance(35) else b"")

    def small(self):
        out = io.BytesIO()
        self.image("RGB").save(out, "JPEG", exif=self.exif(keeps=False))
        return out.getvalue()

    def with_preview(self, data):
        """With a picture of 4 × 3 dots in the segment that every JPEG begins with."""
        length = struct.unpack(">H", data[4:6])[0]
        head = data[6:4 + length][:12] + bytes([4, 3]) + (MARK.encode() * 5)[:36]
        return data[:2] + segment(0xE0, head) + data[4 + length:]

    def png(self):
        if self.chance(15):
            first, rest = self.frames()
            return self.with_chunks(saved(first, "PNG", save_all=True, append_images=rest, duration=70, loop=2))
        image = self.image()
        options = {}
        if self.chance(30):
            options["icc_profile"] = PROFILE
        if self.chance(30):
            options["dpi"] = (144, 144)
        if image.mode in ("L", "P") and self.chance(30):
            options["transparency"] = self.random.randint(0, 255)
        return self.with_chunks(saved(image, "PNG", **options))

    def with_chunks(self, data):
        text = self.word().encode()
        raw = zlib.compress(text)
        xmp = b"XML:com.adobe.xmp\0\0\0\0\0" + self.xmp()
        profile = ("\nexif\n%8d\n" % len(text)).encode() + self.exif(keeps=False).hex().encode()
        others = [(b"tEXt", b"Author\0" + text), (b"zTXt", b"Comment\0\0" + raw), (b"iTXt", b"Title\0\0\0en\0\0" + text),
                  (b"iTXt", xmp), (b"tIME", bytes([7, 234, 5, 1, 10, 0, 0])), (b"zTXt", b"Raw profile type exif\0\0" + zlib.compress(profile)),
                  (b"caBX", b"jumb" + text), (b"prVt", text), (b"iDOT", text), (b"oFFs", bytes(9)), (b"sTER", b"\0"),
                  (b"sPLT", text + b"\0\x08" + bytes(6)), (b"meTa", text), (b"gIFx", text), (b"pCAL", text + bytes(11)),
                  (b"dSIG", text), (b"vpAg", bytes(9))]
        before = [chunk(*self.random.choice(others)) for _ in range(self.random.randint(0, 4))]
        if self.chance(50):
            before.append(chunk(b"eXIf", self.exif()[6:]))
        after = [chunk(*self.random.choice(others)) for _ in range(self.random.randint(0, 2))]
        end = len(data) - 12
        return (data[:33] + b"".join(before) + data[33:end] + b"".join(after) + data[end:]
                + (self.trailer() if self.chance(35) else b""))

    def webp(self):
        options = {"lossless": self.chance(50), "quality": self.random.randint(10, 95)}
        if self.chance(40):
            options["icc_profile"] = PROFILE
        if self.chance(70):
            options["exif"] = self.exif()
        if self.chance(50):
            options["xmp"] = self.xmp()
        if self.chance(20):
            first, rest = self.frames()
            data = saved(first, "WEBP", save_all=True, append_images=rest, duration=80, loop=1, **options)
        else:
            data = saved(self.image(), "WEBP", **options)
        if self.chance(30):
            text = self.word().encode()
            data += b"note" + struct.pack("<I", len(text)) + text + b"\0" * (len(text) % 2)
            data = data[:4] + struct.pack("<I", len(data) - 8) + data[8:]
        return data + (self.trailer() if self.chance(30) else b"")

    def gif(self):
        comment = self.word().encode() if self.chance(60) else b""
        if self.chance(40):
            first, rest = self.frames()
            data = saved(first, "GIF", save_all=True, append_images=rest, duration=60, loop=3, comment=comment)
        else:
            data = saved(self.image(), "GIF", comment=comment)
        if self.chance(50):
            # Before the end, as a block that ends in descending numbers so that readers of blocks get out of it.
            block = b"!\xff\x0bXMP DataXMP" + self.xmp() + b"\x01" + bytes(range(255, -1, -1)) + b"\0"
            data = data[:-1] + block + b";"
        if self.chance(20):
            text = self.word().encode()
            data = data[:-1] + b"!\xff\x0bFOLKMOOT1.0" + bytes([len(text)]) + text + b"\0;"
        return data + (self.trailer() if self.chance(30) else b"")

    def avif(self):
        options = {"quality": 50, "speed": 10}
        if self.chance(30):
            options["icc_profile"] = PROFILE
        if self.chance(30):
            options["exif"] = self.exif(keeps=False)
            self.is_left_out = True
        if self.chance(30):
            options["xmp"] = self.xmp()
            self.is_left_out = True
        return saved(self.image(), "AVIF", **options)


def segment(marker, payload):
    payload = payload[:65533]
    return bytes([0xFF, marker]) + struct.pack(">H", len(payload) + 2) + payload


def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def saved(image, kind, **options):
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def picture(seed, kind=None):
    numbers = random.Random(seed)
    return Picture(numbers, kind or numbers.choices(["jpg", "png", "webp", "gif", "avif"], [50, 22, 16, 10, 2])[0])


def broken(data, seed):
    """The same with some bytes changed, taken out or cut off."""
    numbers = random.Random(seed)
    data = bytearray(data)
    way = numbers.randrange(4)
    if way == 0:
        return bytes(data[:numbers.randrange(len(data))])
    if way == 1:
        # Heads are small and matter most.
        for _ in range(numbers.randint(1, 4)):
            data[numbers.randrange(min(len(data), 400))] = numbers.choice([0, 1, 0x7F, 0x80, 0xFF, numbers.randrange(256)])
    elif way == 2:
        for _ in range(numbers.randint(1, 20)):
            data[numbers.randrange(len(data))] ^= 1 << numbers.randrange(8)
    else:
        start = numbers.randrange(len(data))
        del data[start:start + numbers.randint(1, 200)]
    return bytes(data)
