"""What an import makes of indicators. The headings that their tables are known by are those of `indicators.headings`."""

from indicators.headings import INDICATORS

__all__ = ["INDICATORS"]
