"""What happens with letters. Who got one is not in it."""

from datetime import date

from vuurtoren.journal.moments import Kind

LETTERS_WENT = Kind("reflection.letters_went", {"week": date})
CHOSE = Kind("reflection.chose_letter", {"wants": bool})

KINDS = (LETTERS_WENT, CHOSE)
