"""The README and the code agree."""

import re
from pathlib import Path

from django.conf import settings

ROOT = Path(settings.BASE_DIR)
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_setting_read_from_the_environment_is_in_the_readme():
    code = (ROOT / "equality_tracker" / "settings.py").read_text(encoding="utf-8")
    names = set(re.findall(r"\b(?:text|flag|number|words)\(\s*\"([A-Z_]+)\"", code))

    assert len(names) > 15
    assert {name for name in names if f"`{name}`" not in README} == set()


def test_every_setting_in_the_readme_is_read_from_the_environment():
    code = (ROOT / "equality_tracker" / "settings.py").read_text(encoding="utf-8")
    table = README.split("### Settings")[1].split("### ")[0]
    rows = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]

    named = {name for row in rows for name in re.findall(r"`([A-Z_]+)`", row)}

    assert named
    assert {name for name in named if f'"{name}"' not in code} == set()


def test_every_make_command_in_the_readme_is_in_the_makefile():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")

    for command in set(re.findall(r"\bmake ([a-z]+)\b", README)):
        assert re.search(rf"^{command}\b.*:", makefile, re.M), command


def test_every_link_to_a_file_in_the_readme_leads_somewhere():
    for target in re.findall(r"\]\((?!http)([^)#]+)\)", README):
        assert (ROOT / target).exists(), target
