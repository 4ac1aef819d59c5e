"""What stands beside principles: why the house says no and whom to talk to, rules that made room, and one's own words."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from vuurtoren.light.models import After, Excepted, Principle, Proposed, ReplacedRule, TalkTo
from vuurtoren.light.queries.principles import Named, principles_to_choose, worded
from vuurtoren.light.rules import TALKERS
from vuurtoren.people.models import RoleHeld
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood

MOST_TO_TALK_TO = 3
MOST_RULES = 100


@dataclass(frozen=True)
class TalkSeen:
    """A host or builder who agreed to be named, and where they are found."""

    called: str
    found: str


@dataclass(frozen=True)
class RuleSeen:
    """A rule that made room, the principle that came, and what happened after, in order of time."""

    rule: ReplacedRule
    principle: Named
    after: tuple[After, ...]


def stands_on(viewer: Viewer, where: Neighbourhood, kind: str) -> Named | None:
    """The principle about this kind of block, the newest first; None: then the house's own sentence stands there."""
    found = principles_to_choose(viewer, where).filter(about=kind).order_by("-since", "-pk").first()
    return Named(found.public_id, found.says) if found else None  # type: ignore[attr-defined]


def to_talk_to(viewer: Viewer, where: Neighbourhood, at: datetime) -> list[TalkSeen]:
    """Whom to talk to: who agreed to be named and is a host or builder here now."""
    viewer.must("page.public", where.key)
    holds = RoleHeld.objects.filter(
        Q(until=None) | Q(until__gt=at),
        person=OuterRef("person"),
        neighbourhood=where,
        confirmed_at__lte=at,
        role__in=[one.value for one in TALKERS],
    )
    rows = TalkTo.objects.filter(Exists(holds), neighbourhood=where).select_related("person")
    return [TalkSeen(one.person.called, one.found) for one in rows.order_by("since", "pk")[:MOST_TO_TALK_TO]]


def i_am_found(viewer: Viewer, where: Neighbourhood) -> TalkTo | None:
    """Did I agree to be named here?"""
    if viewer.person is None:
        return None
    return TalkTo.objects.filter(neighbourhood=where, person__key=viewer.person).first()


def rules_replaced(viewer: Viewer, where: Neighbourhood) -> list[RuleSeen]:
    """Rules that made room for a principle, the latest first."""
    viewer.must("page.public", where.key)
    rows = ReplacedRule.objects.filter(principle__neighbourhood=where)
    rows = rows.prefetch_related(Prefetch("after", After.objects.order_by("on", "pk")))
    some = list(rows.select_related("principle").order_by("-replaced_on", "-pk")[:MOST_RULES])
    ids = {one.principle_id for one in some}
    says = {one.pk: one.says for one in _all(where).filter(pk__in=ids)}  # type: ignore[attr-defined]
    return [
        RuleSeen(one, Named(one.principle.public_id, says.get(one.principle_id, "")), tuple(one.after.all()))
        for one in some
    ]


def rule_called(viewer: Viewer, where: Neighbourhood, public_id: str) -> ReplacedRule | None:
    """One rule that was replaced here."""
    viewer.must("page.public", where.key)
    rows = ReplacedRule.objects.filter(principle__neighbourhood=where, public_id=public_id)
    return rows.select_related("principle__neighbourhood").first()


def wrote_here(viewer: Viewer) -> bool:
    """Are there words of mine with an exception or a rule, so that it has to be asked whether they stay when I go?"""
    key = viewer.somebody()
    return any(one.objects.filter(by__key=key).exists() for one in (Excepted, ReplacedRule, After))


def own_export(viewer: Viewer) -> dict[str, object]:
    """What I proposed and wrote, and whether I am named to talk to, for my own export."""
    key = viewer.somebody()
    proposed = Proposed.objects.filter(by__key=key).order_by("at", "pk")
    excepted = Excepted.objects.filter(by__key=key).order_by("made_on", "pk")
    rules = ReplacedRule.objects.filter(by__key=key).order_by("replaced_on", "pk")
    after = After.objects.filter(by__key=key).order_by("on", "pk")
    named = TalkTo.objects.filter(person__key=key).select_related("neighbourhood").order_by("pk")
    first = Proposed.objects.filter(first_yes__key=key).order_by("pk")
    return {
        "proposed": [
            {"words": one.words, "why": one.why, "fits": one.fits, "fits_not": one.fits_not, "what": one.what}
            for one in proposed
        ],
        "first_yes": [one.words or one.what for one in first],
        "exceptions": [
            {"why": one.why, "for_whom": one.for_whom, "until": one.until.isoformat()} for one in excepted
        ],
        "rules": [{"rule": one.rule, "whose": one.whose} for one in rules],
        "after": [{"words": one.words, "on": one.on.isoformat()} for one in after],
        "to_talk_to": [{"neighbourhood": one.neighbourhood.name, "found": one.found} for one in named],
    }


def _all(where: Neighbourhood) -> QuerySet[Principle]:
    return worded(Principle.objects.filter(neighbourhood=where))
