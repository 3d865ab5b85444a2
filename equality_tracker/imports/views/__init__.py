"""The pages of an import, a file a stage. All of them are for admins."""

from .columns import columns
from .lists import run_detail, run_list
from .preview import preview
from .undo import undo
from .upload import upload

__all__ = ["columns", "preview", "run_detail", "run_list", "undo", "upload"]
