"""The names that files come with, made safe for people's own disks; pure."""

import unicodedata

LONGEST = 120
# Names that Windows keeps for devices, whatever their extension.
DEVICES = {"con", "prn", "aux", "nul"} | {
    f"{kind}{number}" for kind in ("com", "lpt") for number in range(1, 10)
}
FORBIDDEN = str.maketrans(dict.fromkeys('<>:"|?*', "_"))


def clean_name(sent):
    """Return the name a reader's computer may save a file under, from the name `sent` with an upload.

    Folders, control and invisible characters, and right-to-left marks are taken out, leading dots and dashes too; at most
    120 characters, the extension kept.
    """
    name = unicodedata.normalize("NFC", sent.replace("\\", "/").split("/")[-1])
    shown = "".join(each for each in name if not _is_hidden(each))
    tidy = " ".join(shown.translate(FORBIDDEN).split()).lstrip(".-_ ").rstrip(". ")
    stem, extension = split_extension(tidy)
    if stem.split(".")[0].lower() in DEVICES:
        stem = f"_{stem}"
    ending = f".{extension}" if extension else ""
    return f"{stem[: LONGEST - len(ending)].rstrip('. ') or 'file'}{ending}"


def split_extension(name):
    """Return (what stands before the last dot, the extension in small letters or "")."""
    stem, dot, extension = name.rpartition(".")
    return (stem, extension.lower()[:20]) if dot else (name, "")


def _is_hidden(character):
    return unicodedata.category(character)[0] == "C"
