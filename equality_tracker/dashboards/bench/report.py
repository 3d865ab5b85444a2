"""What the bench prints: the figures, then what was reached and what was missed."""

HEADINGS = [
    "Page",
    "Queries",
    "Median ms",
    "95% ms",
    "Of bare",
    "By hand",
    "kB",
]


def pages_in_words(results, counted="Actions"):
    """Return the lines of the table of pages, one for each size (of what is `counted`) and page."""
    rows = [_row(results, each) for each in results.by_page.values()]
    return table([counted, *HEADINGS], rows)


def bounds_in_words(bounds):
    """Return the lines of the table of bounds."""
    rows = [
        (
            each.label,
            _number(each.found, each.unit),
            _number(each.most, each.unit),
            each.verdict,
        )
        for each in bounds
    ]
    return table(["Bound", "Found", "At most", ""], rows)


def imports_in_words(imported):
    """Return the lines of the table of an import's stages, and of those of the other shapes."""
    rows = _stages("", imported)
    for name, other in imported.others.items():
        rows += _stages(f"{name}: ", other)
    return table([f"Import of {imported.rows:,} rows", "Found", "Of openpyxl"], rows)


def _stages(before, imported):
    rows = [
        (before + name, f"{seconds:.2f} s", f"{seconds / imported.openpyxl:.2f}×")
        for name, seconds in imported.stages.items()
    ]
    return rows + [
        (f"{before}memory of the {name} process", f"{most:.0f} MB", "")
        for name, most in imported.memory.items()
    ]


def table(headings, rows):
    """Return `rows` of texts as lines with columns of one width; the first columns are words, numbers stand right."""
    rows = [tuple(str(cell) for cell in row) for row in rows]
    widths = [max(map(len, column)) for column in zip(headings, *rows, strict=True)]
    lines = [_line(row, widths) for row in [tuple(headings), *rows]]
    return [lines[0], "-" * len(lines[0]), *lines[1:]]


def _line(row, widths):
    cells = [
        cell.rjust(width) if _is_number(cell) else cell.ljust(width)
        for cell, width in zip(row, widths, strict=True)
    ]
    return "  ".join(cells).rstrip()


def _is_number(cell):
    return cell[:1].isdigit()


def _row(results, each):
    twin = results.multiple(each.page.key, each.page.twin, each.size)
    return (
        f"{each.size:,}",
        each.page.label,
        each.queries,
        f"{each.median * 1000:.1f}",
        f"{each.p95 * 1000:.1f}",
        f"{results.of_bare(each.page.key, each.size):.1f}×",
        f"{twin:.2f}×" if twin else "",
        f"{each.bytes / 1000:.0f}",
    )


def _import_as_json(imported):
    return {
        "rows": imported.rows,
        "seconds": imported.runs,
        "megabytes": imported.memory,
        "others": {
            name: _import_as_json(other) for name, other in imported.others.items()
        },
    }


def _number(value, unit):
    if value is None:
        return "–"
    return f"{value:.2f}{unit}" if unit else f"{value:.0f}"


def as_json(found, bounds):
    """Return everything as plain values for `--json`."""
    return {
        "pages": _pages_as_json(found.results, "actions"),
        "areas": {name: _pages_as_json(own, name) for name, own in found.areas.items()},
        "import": found.imported and _import_as_json(found.imported),
        "missing": found.missing,
        "bounds": [
            {
                "bound": each.label,
                "found": each.found,
                "most": each.most,
                "verdict": each.verdict,
            }
            for each in bounds
        ],
    }


def _pages_as_json(results, counted):
    return [
        {
            counted: each.size,
            "page": each.page.key,
            "queries": each.queries,
            "bytes": each.bytes,
            "seconds": each.seconds,
            "median": each.median,
            "p95": each.p95,
            "of_bare": results.of_bare(each.page.key, each.size),
        }
        for each in results.by_page.values()
    ]
