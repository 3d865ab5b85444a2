"""Whether what calls itself a picture is one; raises ValueError with what is wrong, as a clause."""

import struct

from .documents import read_tail, refuse_hidden_zip

PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8\xff"
PICTURE_MARKS = range(0xC0, 0xD0)
MOST_PARTS = 100_000


def check_png(file, content_type):
    if file.read(8) != PNG:
        raise ValueError("is not a PNG picture")
    last = _last_png_part(file)
    if last != b"IEND" or file.read(1):
        raise ValueError("is a PNG picture with something else behind it")


def _last_png_part(file):
    """Read on part by part, each with its length before and its check sum behind, to the end of the picture."""
    for _ in range(MOST_PARTS):
        head = file.read(8)
        if len(head) < 8:
            return None
        length, name = struct.unpack(">I4s", head)
        file.seek(length + 4, 1)
        if name == b"IEND":
            return name
    return None


def check_jpeg(file, content_type):
    if file.read(3) != JPEG:
        raise ValueError("is not a JPEG picture")
    file.seek(2)
    if not _has_picture_size(file):
        raise ValueError("is a damaged JPEG picture")
    tail = read_tail(file)
    if b"\xff\xd9" not in tail:
        raise ValueError("is a JPEG picture that breaks off before its end")
    refuse_hidden_zip(tail)


def _has_picture_size(file):
    """Walk the marked parts of a JPEG up to the one that gives the picture's size."""
    for _ in range(MOST_PARTS):
        head = file.read(4)
        if len(head) < 4 or head[0] != 0xFF:
            return False
        mark, length = head[1], struct.unpack(">H", head[2:])[0]
        if mark in PICTURE_MARKS and mark not in (0xC4, 0xC8, 0xCC):
            return True
        file.seek(max(length - 2, 0), 1)
    return False
