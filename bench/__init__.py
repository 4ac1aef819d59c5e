"""How fast is the house? Measured against something everybody knows, in the same run; see docs/builders/bench.md."""
