"""Imports: each file that was brought in, what it changed, and what was learned from it."""

from .run import ImportedChange, ImportRun
from .words import (
    RememberedColumns,
    RememberedDirectorate,
    RememberedLead,
    VocabularyWord,
)

__all__ = [
    "ImportRun",
    "ImportedChange",
    "RememberedColumns",
    "RememberedDirectorate",
    "RememberedLead",
    "VocabularyWord",
]
