"""What people write of indicators, read: figures and reasons for none, units, codes, times, groups. Pure."""
