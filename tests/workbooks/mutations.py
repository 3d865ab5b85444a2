"""Ways in which files go wrong: bytes changed, elements lost, doubled or moved, values that no program writes."""

import io
import re
import warnings
import zipfile
import zlib
from random import Random

MARKS = [
    b"<",
    b">",
    b"&",
    b'"',
    b"\xff",
    b"",
    b"\0",
    b"]]>",
    b"<!--",
    b"&#0;",
    b"&amp;",
    b"\xef\xbb\xbf",
    b"\r\n",
]
VALUES = [
    b"", b"0", b"-1", b"1", b"999999999999", b"1e400", b"NaN", b"true", b"XFD1048576", b"A1:XFD1048576", b"B", b"\xc2\xb2",
    b"continue", b"restart", b"filter", b"date", b"float", b"s", b"b", b"e", b"auto", b"FF0000", b"#ff0000", b"a" * 5000,
    b"9" * 30, b"%1%2%3", b"2030-02-31", b"1:1", b"&#x202e;", b"\xd9\xa3",
]  # fmt: skip
_ELEMENT = re.compile(rb"<([A-Za-z:]+)(?: [^<>]*)?(?:/>|>)")
_VALUE = re.compile(rb'="([^"<>]*)"')
_NAME = re.compile(rb"</?([A-Za-z:]+)")
LARGEST = 3_000_000


def mutate(random: Random, data: bytes) -> bytes:
    """A file gone wrong in one to three ways, in its zip or inside its parts."""
    for _ in range(random.randint(1, 3)):
        if data[:2] == b"PK" and random.random() < 0.75:
            data = in_a_part(random, data)
        else:
            data = in_the_bytes(random, data)
    return data[:LARGEST]


def in_the_bytes(random: Random, data: bytes) -> bytes:
    """Change the file without regard for what it is."""
    if not data:
        return data
    place, other = random.randrange(len(data)), random.randrange(len(data))
    first, last = sorted((place, other))
    last = min(last, first + 2_000)
    ways = [
        lambda: data[:place] + bytes([random.randrange(256)]) + data[place + 1 :],
        lambda: data[:place] + bytes([data[place] ^ (1 << random.randrange(8))]) + data[place + 1 :],
        lambda: data[:place],
        lambda: data[:first] + data[last:],
        lambda: data[:last] + data[first:last] * random.choice([1, 1, 50]) + data[last:],
        lambda: data[:place] + random.choice(MARKS) + data[place:],
        lambda: data[place:] + data[:place],
        lambda: in_directory(random, data),
    ]  # fmt: skip
    return random.choice(ways)()


def in_directory(random: Random, data: bytes) -> bytes:
    """Change a byte of the zip's table of contents, where the sizes and offsets are."""
    start = data.rfind(b"PK\x01\x02")
    if start < 0:
        return data
    place = min(start + random.randrange(80), len(data) - 1)
    return data[:place] + bytes([random.randrange(256)]) + data[place + 1 :]


def in_a_part(random: Random, data: bytes) -> bytes:
    """Change what is inside the zip, and pack it again without a fault."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = [(name, package.read(name)) for name in package.namelist()]
    except (
        zipfile.BadZipFile,
        zlib.error,
        OSError,
        ValueError,
        EOFError,
        NotImplementedError,
        RuntimeError,
    ):
        return in_the_bytes(random, data)  # fmt: skip
    if not parts:
        return data
    index = random.randrange(len(parts))
    name, part = parts[index]
    way = random.random()
    if way < 0.04:
        parts.pop(index)
    elif way < 0.08:
        parts.append((name, part))
    elif way < 0.12:
        parts[index] = name, random.choice(parts)[1]
    else:
        parts[index] = name, in_xml(random, part)
    return pack(parts)


def pack(parts: list[tuple[str, bytes]]) -> bytes:
    written = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with zipfile.ZipFile(written, "w") as package:
            for name, part in parts:
                package.writestr(name, part)
    return written.getvalue()


def in_xml(random: Random, part: bytes) -> bytes:
    """Change a part by its marks: elements, values and names."""
    way = random.randrange(7)
    if way == 0:
        return in_the_bytes(random, part)
    if way == 1:
        return swap(random, part, _VALUE, random.choice(VALUES))
    if way == 2:
        names = [match[1] for match in _NAME.finditer(part)]
        return swap(random, part, _NAME, random.choice(names)) if names else part
    element = whole_element(random, part)
    if element is None:
        return in_the_bytes(random, part)
    first, last = element
    inside = part[first:last]
    if way == 3:
        return part[:first] + part[last:]
    if way == 4:
        times = random.choice([1, 1, 2, 300]) if len(inside) < 2_000 else 1
        return part[:last] + inside * times + part[last:]
    if way == 5:
        value = random.choice(VALUES)
        return part[:first] + value.replace(b"&", b"") + part[last:]
    return moved(random, part, first, last)


def swap(random: Random, part: bytes, pattern: re.Pattern, value: bytes) -> bytes:
    """Put a value in place of one that the pattern finds."""
    found = list(pattern.finditer(part))
    if not found:
        return part
    match = random.choice(found)
    return part[: match.start(1)] + value + part[match.end(1) :]


def whole_element(random: Random, part: bytes) -> tuple[int, int] | None:
    """Where one element begins and ends, near enough."""
    found = list(_ELEMENT.finditer(part))
    if not found:
        return None
    match = random.choice(found)
    if match[0].endswith(b"/>"):
        return match.span()
    close = b"</" + match[1] + b">"
    end = part.find(close, match.end())
    return (match.start(), end + len(close)) if end >= 0 else match.span()


def moved(random: Random, part: bytes, first: int, last: int) -> bytes:
    """Put an element before another."""
    rest = part[:first] + part[last:]
    starts = [match.start() for match in _ELEMENT.finditer(rest)]
    if not starts:
        return part
    place = random.choice(starts)
    return rest[:place] + part[first:last] + rest[place:]
