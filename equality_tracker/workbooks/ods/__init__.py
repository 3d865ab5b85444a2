"""OpenDocument spreadsheets (.ods) to plain sheets, read as a stream, as the xlsx reader does."""

from equality_tracker.workbooks.ods.document import read

__all__ = ["read"]
