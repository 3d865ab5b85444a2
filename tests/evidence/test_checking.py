"""What may be kept as evidence, and why not."""

import pytest
from django.core.exceptions import ValidationError

from equality_tracker.evidence.checking import KINDS, check_file
from equality_tracker.evidence.names import clean_name

from .files import REFUSED, TAKEN, office, sent


@pytest.mark.parametrize("name", TAKEN)
def test_a_file_of_a_known_kind_is_taken(name):
    extension = name.lower().rpartition(".")[2]

    assert check_file(sent(name, TAKEN[name])) == KINDS[extension].content_type


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_is_not_what_it_says_is_refused_with_the_reason(name):
    with pytest.raises(ValidationError) as refused:
        check_file(sent(name, REFUSED[name]))

    assert refused.value.messages[0].endswith(".")


@pytest.mark.parametrize("cut", range(1, 400, 7))
def test_a_document_cut_anywhere_is_refused_and_never_an_error(cut):
    whole = office("docx")

    with pytest.raises(ValidationError):
        check_file(sent("letter.docx", whole[: len(whole) - cut]))


def test_one_byte_over_the_limit_is_refused(settings):
    settings.EVIDENCE_MAX_MB = 1

    check_file(sent("notes.txt", b"x" * 1024 * 1024))
    with pytest.raises(ValidationError, match="larger than 1 MB"):
        check_file(sent("notes.txt", b"x" * (1024 * 1024 + 1)))


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("minutes.pdf", "minutes.pdf"),
        ("../../etc/passwd", "passwd"),
        ("..\\..\\boot.ini", "boot.ini"),
        ("C:\\Users\\olu\\Minutes.PDF", "Minutes.pdf"),
        ("/absolute.txt", "absolute.txt"),
        (".htaccess", "htaccess"),
        ("..", "file"),
        ("", "file"),
        (".pdf", "pdf"),
        ("-rf.txt", "rf.txt"),
        ("CON.txt", "_CON.txt"),
        ("lpt1.tar.csv", "_lpt1.tar.csv"),
        ("nul\x00byte.pdf", "nulbyte.pdf"),
        ("line\r\nX-Evil: 1.pdf", "lineX-Evil_ 1.pdf"),
        ("evil\u202efdp.exe", "evilfdp.exe"),
        ("zero\u200bwidth.txt", "zerowidth.txt"),
        ('what?*<>|".txt', "what______.txt"),
        ("ends.txt. . ", "ends.txt"),
        ("x" * 300 + ".pdf", "x" * 116 + ".pdf"),
        ("résumé.docx", "résumé.docx"),
        ("file\ud800.txt", "file.txt"),
    ],
)
def test_a_name_is_made_safe_for_the_readers_own_disk(given, kept):
    assert clean_name(given) == kept
