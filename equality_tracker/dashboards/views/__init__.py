"""The pages that look across everything."""

from .chase import chase, chase_csv
from .dashboard import council, directorate
from .home import home
from .rows import rows
from .word import word

__all__ = ["chase", "chase_csv", "council", "directorate", "home", "rows", "word"]
