"""A private PostgreSQL for one folder: made at need, started for a run, stopped after it."""
