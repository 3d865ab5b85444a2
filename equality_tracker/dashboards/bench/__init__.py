"""How fast the site is: a scratch database of years of plans, the pages timed on it, and the bounds they must keep."""
