"""Finding a gift by words in any language, whatever the spelling or the inflection. Pure: no database, no clock.

A text becomes tokens: the stems of its words, what they mean alike in Dutch and English (`alike.txt`), the words that a
compound begins or ends with, and how a word sounds with a letter left out here or there. The index of either database
holds those tokens and gives what shares one with the question; `hit` then weighs each, the same on both.

>>> hit(asked("fiets repareren"), "fietsenmaker geweest").found
'fietsenmaker'
>>> hit(asked("naaimachine"), "een bakfiets te leen") is None
True

Stems: Snowball's Dutch (Kraaij-Pohlmann) and English, library snowballstemmer. Letters left out: Garbe's symmetric
delete, one letter on each side, so that two slips are found.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import blake2b
from pathlib import Path
from threading import Lock

import snowballstemmer

ALIKE = Path(__file__).parent / "alike.txt"
MOST_ASKED = 8
"""Words of a question that are looked for."""
SHORTEST_PART, SHORTEST_REST = 4, 3
"""A part of a compound has so many letters at least, and leaves so many."""
SHORTEST_SLIP, SLIP_TWICE = 5, 9
"""From so many letters on one slip in the spelling is forgiven, from so many on two."""
SAME, NEAR, PART, ALIKE_, PART_ALIKE, SLIP = 1.0, 0.9, 0.85, 0.8, 0.6, 0.5
"""How well words fit: by stem, but for one letter of a long word, as part of a compound, in meaning, both, by spelling."""
LITTLE = 0.3
"""What a word says that goes with anything, such as 'maken' or 'help'."""
ENOUGH = 0.5
SOUNDS = (
    *(("ij", "y"), ("ei", "y"), ("ou", "au"), ("ck", "k"), ("sch", "sg"), ("ch", "g"), ("ph", "f")),
    *(("th", "t"), ("dt", "t"), ("c", "k"), ("z", "s"), ("v", "f"), ("ks", "x")),
)
_stemmers = (snowballstemmer.stemmer("dutch"), snowballstemmer.stemmer("english"))
_one_at_a_time = Lock()
"""A stemmer keeps the word it works on."""


@dataclass(frozen=True)
class Word:
    """A word with everything it may be found by."""

    said: str
    stems: frozenset[str]
    alike: frozenset[str]
    parts: frozenset[str]
    parts_alike: frozenset[str]
    sounds: frozenset[str]
    parts_sound: frozenset[str]
    little: bool


@dataclass(frozen=True)
class Hit:
    """Why a text was found: the word of the question, the word of the text, and how well all of it fits."""

    asked: str
    found: str
    score: float
    slip: bool
    """Is it found only because spelling is forgiven?"""


def asked(text: str) -> tuple[Word, ...]:
    """The words of a question; those that say little only where there are no others."""
    words = [word_of(one) for one in _split(text)][: 2 * MOST_ASKED]
    telling = [one for one in words if not one.little]
    return tuple(dict.fromkeys(telling or words))[:MOST_ASKED]


def tokens_of(text: str) -> str:
    """What an index keeps of a text: tokens of ten signs with a space between, in order, each once."""
    return " ".join(sorted({_sign(one) for word in _split(text) for one in _kept(word_of(word))}))


def tokens_for(question: Iterable[Word]) -> list[str]:
    """The tokens of which a text must have one to be looked at."""
    return sorted({_sign(one) for word in question for one in _looked_for(word)})


def hit(question: tuple[Word, ...], text: str) -> Hit | None:
    """How a text answers a question, or None where it does not."""
    if not question:
        return None
    words = [word_of(one) for one in _split(text)]
    alone = all(one.little for one in question)
    best = [max((_fit(one, other, alone) for other in words), default=(0.0, "", False)) for one in question]
    score = sum(one for one, _, _ in best)
    if score < ENOUGH * max(1.0, len(question) / 2):
        return None
    (_, found, slip), first = max(zip(best, question, strict=True), key=lambda pair: pair[0][0])
    return Hit(first.said, found, score / len(question), slip)


def _fit(one: Word, other: Word, alone: bool) -> tuple[float, str, bool]:
    """How well a word of a question fits a word of a text (0 to 1), that word, and whether by forgiven spelling."""
    if one.said == other.said or one.stems & other.stems:
        weight = SAME
    elif min(len(one.said), len(other.said)) >= SLIP_TWICE and _slips(one.sounds, other.sounds) in (0, 1):
        weight = NEAR
    elif one.stems & other.parts or one.parts & other.stems:
        weight = PART
    elif one.alike & other.alike:
        weight = ALIKE_
    elif one.alike & other.parts_alike or one.parts_alike & other.alike:
        weight = PART_ALIKE
    elif _slips(one.sounds, other.sounds) is not None or _slips_in_a_part(one, other):
        weight = SLIP
    else:
        return 0.0, "", False
    return (weight if alone or not other.little else min(weight, LITTLE)), other.said, weight == SLIP


@lru_cache(8192)
def word_of(said: str) -> Word:
    """A word, folded already, with its stems, its parts and its sounds."""
    with _one_at_a_time:
        stems = {said, *(one.stemWord(said) for one in _stemmers)}
    parts = {part for stem in stems for part in _ends(stem)}
    parts |= _stems_of(parts)
    meant = _meant()
    known = {part for part in parts if part in meant}
    return Word(
        said=said,
        stems=frozenset(stems),
        alike=frozenset(one for stem in stems for one in meant.get(stem, ())),
        parts=frozenset(parts - stems),
        parts_alike=frozenset(one for part in known for one in meant[part]),
        sounds=frozenset(_sound(one) for one in stems),
        parts_sound=frozenset(_sound(one) for one in known),
        little=bool(stems & _little()),
    )


def _stems_of(parts: set[str]) -> set[str]:
    with _one_at_a_time:
        return {one.stemWord(part) for part in parts for one in _stemmers} - {""}


def _ends(word: str) -> Iterator[str]:
    """What a compound may begin or end with."""
    for at in range(SHORTEST_REST, len(word) - SHORTEST_REST + 1):
        if at >= SHORTEST_PART:
            yield word[:at]
        if len(word) - at >= SHORTEST_PART:
            yield word[at:]


def _kept(word: Word) -> Iterator[str]:
    yield from (f"w{one}" for one in word.stems)
    yield from (f"c{one}" for one in word.alike | word.parts_alike)
    yield from (f"p{one}" for one in word.parts)
    yield from (f"d{one}" for sound in word.sounds | word.parts_sound for one in _left_out(sound))


def _looked_for(word: Word) -> Iterator[str]:
    yield from (f"{kind}{one}" for one in word.stems for kind in "wp")
    yield from (f"c{one}" for one in word.alike | word.parts_alike)
    yield from (f"w{one}" for one in word.parts)
    yield from (f"d{one}" for sound in word.sounds | word.parts_sound for one in _left_out(sound))


def _left_out(sound: str) -> Iterator[str]:
    """A sound, and it without each of its letters."""
    if len(sound) >= SHORTEST_SLIP - 1:
        yield sound
        yield from (sound[:at] + sound[at + 1 :] for at in range(len(sound)))


def _slips(some: frozenset[str], others: frozenset[str]) -> int | None:
    """By how many letters two words differ as they sound, where that may be forgiven; None where it may not."""
    near = [_differ(mine, yours) for mine in some for yours in others]
    return min((number for number in near if number is not None), default=None)


def _slips_in_a_part(one: Word, other: Word) -> bool:
    """Does a word sound like a part of the other?"""
    parts = _slips(one.sounds, other.parts_sound), _slips(one.parts_sound, other.sounds)
    return any(number is not None for number in parts)


def _differ(one: str, other: str) -> int | None:
    """Short words must begin alike, and the shortest be the same."""
    shortest = min(len(one), len(other))
    if shortest < SHORTEST_SLIP - 1 or abs(len(one) - len(other)) > 2:
        return None
    most = 0 if shortest < SHORTEST_SLIP else 2 if shortest >= SLIP_TWICE else 1
    if shortest < SLIP_TWICE and one[0] != other[0]:
        return None
    if abs(len(one) - len(other)) > most:
        return None
    number = _distance(one, other)
    return number if number <= most else None


def _distance(one: str, other: str) -> int:
    """Letters to change, add, leave out or swap with the next (optimal string alignment)."""
    before, last = [0] * (len(other) + 1), list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        now = [i]
        for j, b in enumerate(other, 1):
            cost = min(last[j] + 1, now[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            now.append(cost)
        before, last = last, now
    return last[-1]


def _sound(word: str) -> str:
    """Roughly how a word sounds in Dutch: doubled letters once, ei as ij, a d at the end as a t."""
    for letters, sound in SOUNDS:
        word = word.replace(letters, sound)
    word = "".join(one for at, one in enumerate(word) if at == 0 or word[at - 1] != one)
    return word[:-1] + "t" if word.endswith("d") else word


def _split(text: str) -> list[str]:
    """The words of a text in small letters without accents, without words that only join others."""
    plain = "".join(
        one for one in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(one)
    )
    words = "".join(one if one.isalnum() else " " for one in plain).split()
    return [one for one in words if one not in _joining()]


def _sign(token: str) -> str:
    """A token as the index keeps it: ten letters and digits that any database takes for one word, in any script."""
    return blake2b(token.encode("utf-8", "replace"), digest_size=5).hexdigest()


@cache
def _lines() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The lines of `alike.txt`: a name, and the words after it."""
    rows = (row.split(":") for row in ALIKE.read_text(encoding="utf-8").splitlines() if ":" in row)
    return tuple((name.strip(), tuple(words.split())) for name, words in rows)


@cache
def _meant() -> Mapping[str, frozenset[str]]:
    """By stem: the names of the lines that it stands on."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, words in _lines():
        if not name.startswith("-"):
            for word in words:
                for stem in {word, *(one.stemWord(word) for one in _stemmers)}:
                    found[stem].add(name)
    return {stem: frozenset(names) for stem, names in found.items()}


@cache
def _little() -> frozenset[str]:
    words = next(words for name, words in _lines() if name == "-little")
    return frozenset(stem for word in words for stem in (word, *(one.stemWord(word) for one in _stemmers)))


@cache
def _joining() -> frozenset[str]:
    return frozenset(next(words for name, words in _lines() if name == "-joining"))
