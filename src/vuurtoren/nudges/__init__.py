"""Nudges that people give, whether something may go wrong, and what was learned when it did."""
