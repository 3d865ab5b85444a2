"""Several people writing one version: its questions, its task list, and words that are never lost."""
