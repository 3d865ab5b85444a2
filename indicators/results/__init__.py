"""Results as people enter them: what was typed, which wait for somebody, and what became of them."""
