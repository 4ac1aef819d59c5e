"""What happens with letters and errands. Who got a letter is not in it."""

from datetime import date

from vuurtoren.journal.moments import Kind

LETTERS_WENT = Kind("reflection.letters_went", {"week": date})
CHOSE = Kind("reflection.chose_letter", {"wants": bool})
ERRAND_TAKEN = Kind("reflection.errand_taken", {"on": date})
ERRAND_DONE = Kind("reflection.errand_done")

KINDS = (LETTERS_WENT, CHOSE, ERRAND_TAKEN, ERRAND_DONE)
