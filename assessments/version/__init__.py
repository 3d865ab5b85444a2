"""What one version says: read from its rows, kept as one value when it is submitted, shown and written out from that value."""
