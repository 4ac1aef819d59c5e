"""What happens with letters and errands. Who got a letter is not in it."""

from datetime import date

from vuurtoren.journal.moments import Kind

LETTERS_WENT = Kind("reflection.letters_went", {"week": date})
CHOSE = Kind("reflection.chose_letter", {"wants": bool})
ERRAND_TAKEN = Kind("reflection.errand_taken", {"on": date})
ERRAND_DONE = Kind("reflection.errand_done")
ERRAND_DROPPED = Kind("reflection.errand_dropped")
LOOKED = Kind("reflection.looked_for_slides")
"""That it was looked, not what was found: the journal is for all."""
SLIDE_ANSWERED = Kind("reflection.slide_answered")
SLIDE_HURTS = Kind("reflection.slide_hurts")
"""That it was said, or taken back; not by whom, nor of what."""

KINDS = (LETTERS_WENT, CHOSE, ERRAND_TAKEN, ERRAND_DONE, ERRAND_DROPPED, LOOKED, SLIDE_ANSWERED, SLIDE_HURTS)
