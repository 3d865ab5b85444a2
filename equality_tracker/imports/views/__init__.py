"""The pages of an import, a file a stage. All of them are for admins."""

from .columns import columns
from .correct import correct
from .lists import run_detail, run_list
from .preview import preview
from .reading import cancel, discard, progress, read_again
from .undo import undo
from .upload import upload

__all__ = [
    "cancel",
    "columns",
    "correct",
    "discard",
    "preview",
    "progress",
    "read_again",
    "run_detail",
    "run_list",
    "undo",
    "upload",
]
