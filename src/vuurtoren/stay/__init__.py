"""Professionals who stay: their days in their own words, what they promised, and how they leave."""
