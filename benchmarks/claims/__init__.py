"""How well figures stated in prose are read, and contradictions found: `python -m benchmarks.claims`."""
