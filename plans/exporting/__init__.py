"""A plan as its own spreadsheet: out to officers who never sign in, and back.

`layout` is what the spreadsheet looks like and `learning` takes it from an imported file; `contents` and `cells` say what stands in
it; `files` makes it and keeps the rows as they left; `identity` knows a file that comes back.
"""
