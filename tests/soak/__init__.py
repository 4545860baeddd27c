"""Long runs: what takes minutes and must hold all the same. `python -m tests.soak` lists them; a slice of each runs in the suite."""
