"""What an event can be, as a number."""

COUNT, GRADE, CLEAN = 0, 1, 2
