"""Pure computing: no Django, clock, disk or network. Values in, values out."""
