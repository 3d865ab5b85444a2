"""The tables of Equality Impact Assessments in a file: a register row by row, and the programme of a year. Pure: no database."""
