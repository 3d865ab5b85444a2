"""A PDF of one page of plain words: enough for a file that opens."""

import textwrap

SIZE, LEADING, TOP, LEFT = 12, 18, 780, 60


def one_page(title, paragraphs):
    """Return a PDF, as bytes, with a title and short paragraphs on one page of A4."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        _stream(_drawn(title, paragraphs)),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Title (" + _escaped(title) + b") >>",
    ]
    return _joined(objects)


def _drawn(title, paragraphs):
    lines = [title, ""]
    for paragraph in paragraphs:
        lines += [*textwrap.wrap(paragraph, 80), ""]
    shown = b"".join(b"(" + _escaped(line) + b") Tj T*\n" for line in lines)
    start = f"BT /F1 {SIZE} Tf {LEADING} TL {LEFT} {TOP} Td\n".encode()
    return start + shown + b"ET"


def _escaped(text):
    plain = text.encode("cp1252", "replace")
    for sign in (b"\\", b"(", b")"):
        plain = plain.replace(sign, b"\\" + sign)
    return plain


def _stream(content):
    return b"<< /Length %d >>\nstream\n%b\nendstream" % (len(content), content)


def _joined(objects):
    file, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(file))
        file += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count, start = len(objects) + 1, len(file)
    return file + (
        b"xref\n0 %d\n0000000000 65535 f \n%b" % (count, table)
        + b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\n" % (count, len(objects))
        + b"startxref\n%d\n%%%%EOF\n" % start
    )
