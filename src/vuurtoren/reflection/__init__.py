"""Reflection: what the house tells back. For now a letter a week, to read without a click."""
