"""Word documents (.docx, .docm) to one plain sheet: tables as rows, headings and lines between them as rows too.

The body is read directly, as a stream, as the xlsx reader does: what stands in headers, footers, text boxes,
comments or deleted text is no part of a plan.
"""

from equality_tracker.workbooks.docx.document import read

__all__ = ["read"]
