"""What a person is told of a file that cannot be read: what it is, and the way out."""

SAVE_AS = "Open it, save it as an Excel workbook (.xlsx) and try again."
SAVE_AS_WORD = "Open it in Word, save it as a Word document (.docx) and try again."
EMPTY = "The file is empty. Choose the file that holds the plan."
TOO_BIG = (
    "The file is larger than 20 MB. Save a copy with only the sheets that hold the plan, "
    "without pictures, and try again."
)
PASSWORD = (
    "The file is protected with a password. Open it, take the password off (in Excel or Word: File, "
    "Info, Protect, Encrypt with Password), save it and try again."
)
OPEN_PASSWORD = (
    "The file is protected with a password. Open it, save it again without one (File, Save As, "
    "Save with password off) and try again."
)
OLD_EXCEL = f"This is an old Excel workbook (.xls), which cannot be read. {SAVE_AS}"
OLD_WORD = f"This is an old Word document (.doc), which cannot be read. {SAVE_AS_WORD}"
OLD_OFFICE = f"This is an old Office file, not a workbook that can be read. {SAVE_AS}"
BINARY_EXCEL = (
    f"This is a binary Excel workbook (.xlsb), which cannot be read. {SAVE_AS}"
)
EXCEL_2003 = f"This is a workbook of Excel 2003 (XML), which cannot be read. {SAVE_AS}"
OPEN_TEXT = (
    "This is an OpenDocument text (.odt), which cannot be read. Open it, save it as a Word "
    "document (.docx) and try again."
)
FLAT_OPEN_DOCUMENT = (
    "This is a flat OpenDocument file, which cannot be read. Open it, save it as an OpenDocument "
    "spreadsheet (.ods) or an Excel workbook (.xlsx) and try again."
)
FLAT_WORD = (
    f"This is a Word document written as XML, which cannot be read. {SAVE_AS_WORD}"
)
APPLE = (
    "This is a file of Apple Numbers or Pages, which cannot be read. Open it, export it (File, "
    "Export To) to Excel or Word, and try again."
)
WEB_PAGE = f"This is a web page that only carries a spreadsheet\u2019s name. {SAVE_AS}"
WEB_PAGE_OF_EXCEL = (
    f"This is a web page that some systems export as a spreadsheet (.xls). {SAVE_AS}"
)
CHOOSE = (
    "Choose an Excel workbook (.xlsx or .xlsm), a Word document (.docx), an OpenDocument "
    "spreadsheet (.ods) or a CSV file that holds the plan."
)
NOT_WORKBOOK = f"This is not a workbook. {CHOOSE}"
SLIDES = f"These are slides of a presentation, not a workbook. {CHOOSE}"
OLD_SLIDES = SLIDES
PICTURE = f"This is a picture, not a workbook. {CHOOSE}"
DRAWING = PICTURE
PROGRAM = f"This is a program, not a workbook. {CHOOSE}"
PDF = (
    "This is a PDF, which keeps no table that can be read: it is not a workbook. Ask for the Word "
    "or Excel file it was made from, or copy its table into Excel, save it as an Excel workbook "
    "(.xlsx) and try again."
)
RICH_TEXT = f"This is a rich-text document (.rtf), which cannot be read. {SAVE_AS_WORD}"
PACKED = "This is a packed archive, not a workbook. Unpack it and choose the file that holds the plan."
OTHER_KINDS = {
    b"%PDF": PDF,
    b"{\\rtf": RICH_TEXT,
    b"\x89PNG": PICTURE,
    b"\xff\xd8\xff": PICTURE,
    b"GIF8": PICTURE,
    b"II*\0": PICTURE,
    b"MM\0*": PICTURE,
    b"MZ\x90": PROGRAM,
    b"\x7fELF": PROGRAM,
    b"\x1f\x8b": PACKED,
    b"7z\xbc\xaf": PACKED,
    b"Rar!": PACKED,
}
