"""Where the council works for whom: characteristics by aims, with what is done, what harms, and what is measured."""
