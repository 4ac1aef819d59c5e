"""Tables: where people meet over coffee, without an agenda; who met, and what mattered to somebody."""
