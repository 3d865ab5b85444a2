"""The forms of assessments, a file a noun."""
