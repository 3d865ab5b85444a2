"""The forms of an import, a file a stage."""
