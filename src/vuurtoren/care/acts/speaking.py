"""An institution says something about a place or an initiative. What residents hold it speaks of only after their yes."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from vuurtoren.care import moments
from vuurtoren.care.acts.parties import somebody_here
from vuurtoren.care.models import Carrying, Saying
from vuurtoren.care.rules import LITTER
from vuurtoren.care.speaking import Heard, check_saying, ground_to_speak, heard, settled
from vuurtoren.care.together import check_read
from vuurtoren.initiatives.models import Initiative, Joined
from vuurtoren.journal.acts import record
from vuurtoren.journal.models import Moment
from vuurtoren.journal.moments import Kind
from vuurtoren.language import Refused
from vuurtoren.people.models import Institution
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Place
from vuurtoren.power.acts import declare_emergency
from vuurtoren.power.models import Room
from vuurtoren.power.rules import Emergency, Ground


@transaction.atomic
def speak(
    by: Viewer,
    about: Place | Initiative,
    *,
    words: str,
    asks: bool = False,
    emergency: Emergency | None = None,
    at: datetime,
) -> Moment:
    """The institution speaks of a place or of something that residents do.

    Of its own at once. Of what residents hold it asks them first (`asks`), or, of a place, declares an emergency; else it
    is refused, with the three ways that are open.
    """
    where = about.neighbourhood
    by.must("word.say", where.key)
    words = check_saying(words)
    place = about if isinstance(about, Place) else about.place
    held = not isinstance(about, Place) or _is_held(about)
    if emergency and not isinstance(about, Place):
        raise Refused("care.no_emergency_in_words")
    initiative = not isinstance(about, Place)
    ground = ground_to_speak(held=held, asks=asks, emergency=emergency is not None, initiative=initiative)
    if ground is Ground.EMERGENCY and emergency and isinstance(about, Place):
        kind = (
            Room.objects.filter(place=about, ended_at=None).values_list("kind", flat=True).first() or LITTER
        )
        day = timezone.localdate(at)
        declare_emergency(by, about, kind=kind, emergency=emergency, day=day, at=at)
    said = Saying.objects.create(
        neighbourhood=where,
        place=place,
        initiative=None if isinstance(about, Place) else about,
        institution=_works_for(by, where.pk),
        words=words,
        state=(Heard.SAID if ground else Heard.ASKED).value,
        ground=ground.value if ground else "",
        asked_at=at,
        said_at=at if ground else None,
        said_by=by.somebody(),
    )
    if ground:
        return _tell(moments.SPOKE, by, said, at, ground=ground.value)
    return _tell(moments.WORDS_ASKED, by, said, at)


@transaction.atomic
def answer_words(by: Viewer, saying: Saying, *, answer: str, words: str = "", at: datetime) -> Moment:
    """Those who hold it say yes, no, or how they would put it. Only with their yes, or in their words, is it said."""
    somebody_here(by.person)
    said = _locked(saying)
    mine = _holds(by, said) and not by.speaks_for_the_city(said.neighbourhood.key)
    by.must("agreement.answer", said.neighbourhood.key, concerned=mine)
    if not mine:
        raise Refused("power.not_yours")
    said.state = heard(Heard(said.state), answer).value
    said.answered_at, said.answered_by = at, by.somebody()
    if said.state == Heard.OTHERWISE:
        said.theirs = check_saying(words)
    if said.state == Heard.SAID:
        said.ground, said.said_at = Ground.ASKED.value, at
    said.save()
    told = _tell(moments.WORDS_ANSWERED, by, said, at, answer=answer)
    return _tell(moments.SPOKE, by, said, at, ground=Ground.ASKED.value) if said.said_at else told


@transaction.atomic
def settle_words(by: Viewer, saying: Saying, *, theirs: bool, had: str = "", at: datetime) -> Moment:
    """The institution says it in residents' words, or lets it go; both are fine. `had`: the mark of their words as it read
    them; what it did not read it does not say."""
    said = _locked(saying)
    by.must("word.say", said.neighbourhood.key)
    said.state = settled(Heard(said.state), theirs=theirs).value
    if theirs:
        check_read(had, said.theirs)
        said.words, said.ground, said.said_at = said.theirs, Ground.ASKED.value, at
    said.save()
    if theirs:
        return _tell(moments.SPOKE, by, said, at, ground=Ground.ASKED.value)
    return _tell(moments.WORDS_LET_GO, by, said, at)


def forget_words(person: UUID) -> None:
    """What somebody who is about to be forgotten would have said otherwise goes, and the question is open again; what was
    said to everybody stays the institution's words."""
    mine = Saying.objects.filter(answered_by=person)
    open_ = mine.filter(state=Heard.OTHERWISE)
    open_.update(state=Heard.ASKED.value, theirs="", answered_at=None, answered_by=None)
    mine.update(theirs="", answered_by=None)


def _holds(viewer: Viewer, said: Saying) -> bool:
    """Does the viewer carry the place, or are they in the initiative, of which is spoken?"""
    if viewer.person is None:
        return False
    if said.initiative_id:
        return Joined.objects.filter(initiative=said.initiative_id, person__key=viewer.person).exists()
    carries = Carrying.objects.filter(task__place=said.place_id, person__key=viewer.person, until=None)
    return carries.exists()


def _is_held(place: Place) -> bool:
    return Room.objects.filter(place=place, ended_at=None).exists()


def _works_for(viewer: Viewer, where: int) -> Institution | None:
    here = Institution.objects.filter(neighbourhood=where, people__person__key=viewer.somebody())
    return here.order_by("-people__since").first()


def _locked(saying: Saying) -> Saying:
    Saying.objects.select_for_update().get(pk=saying.pk)
    return Saying.objects.select_related("neighbourhood", "place", "initiative").get(pk=saying.pk)


def _tell(kind: Kind, viewer: Viewer, said: Saying, at: datetime, **what: object) -> Moment:
    return record(
        kind,
        neighbourhood=said.neighbourhood.key,
        at=at,
        who=viewer.person,
        about=said.key,
        place=said.place.key if said.place else None,
        **what,
    )
