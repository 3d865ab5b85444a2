"""The programme of a year: promised, completed, and the one rounding rule."""
