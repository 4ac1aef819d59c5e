"""Today, one's own letter and the letters of all agree on what waits: for every person of a neighbourhood."""

import re
from collections import Counter
from datetime import datetime

from django.conf import settings
from django.test import Client
from django.utils import timezone

from vuurtoren.people.models import Person
from vuurtoren.places.models import Neighbourhood
from vuurtoren.power.queries import machine, viewer_of
from vuurtoren.reflection.queries.waits import KINDS, everybodys_waits, own_waits

NOT_ASKED = {"promised", "late"}
"""What one promised oneself: in the letter, though Today asks nothing of it."""
LESS_OFTEN = {"slides", "nudges"}
"""In a letter once, on Today until they are answered."""
ASKS = re.compile(r"<(?:section|div|p)[^>]*(?:vt-card--ask|data-waits)[^>]*>")
KIND = re.compile(r'data-waits="(\w+)"')
CARD = re.compile(r'data-asks="\w+"')
"""A card that holds what waits of one kind, each with its own `data-waits`."""
ONE_LINE = {"gifts", "agreed", "roles", "questions", "nudges"}
"""However many of these wait, Today may say it once, with one way to all of them."""


def on_today(person: Person, here: Neighbourhood) -> Counter[str]:
    """What Today asks of somebody, by kind; "" for what does not say of which kind it is."""
    client = Client(headers={"host": "localhost"})
    assert person.account
    client.force_login(person.account)
    page = client.get(f"/{here.slug}/")
    assert page.status_code == 200, page.status_code
    asks = [one for one in ASKS.findall(page.text) if not CARD.search(one)]
    return Counter(found[1] if (found := KIND.search(one)) else "" for one in asks)


def disagreeing(here: Neighbourhood, at: datetime) -> tuple[list[str], set[str]]:
    """In words, where Today, a letter on a page and the letters of all do not agree; and which kinds came up."""
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "localhost"]
    today = timezone.localdate(at)
    for_all = everybodys_waits(machine(), here, today, at)
    wrong, came = [], set()
    held = Person.objects.filter(roles__neighbourhood=here, account__isnull=False).distinct().order_by("pk")
    for person in held:
        viewer = viewer_of(person, at)
        if here.key not in viewer.roles:
            continue
        page, mine = on_today(person, here), own_waits(viewer, here, today, at, person.pk)
        for kind in {*KINDS, *page}:
            own, every = (waits.get(kind, Counter())[person.pk] for waits in (mine, for_all))
            came |= {kind} if page[kind] or own else set()
            if own != every:
                wrong.append(
                    f"{kind} of {person.called}: {own} in their letter, {every} in the letters of all"
                )
            if bool(own) != bool(page[kind]) and kind not in NOT_ASKED | LESS_OFTEN:
                wrong.append(f"{kind} of {person.called}: {page[kind]} on Today, {own} in their letter")
            if page[kind] < own and kind not in NOT_ASKED | LESS_OFTEN | ONE_LINE:
                wrong.append(f"{kind} of {person.called}: {page[kind]} on Today, of {own} that wait")
            if page[kind] and kind not in KINDS:
                wrong.append(f"{kind or 'without a kind'} of {person.called}: on Today, and in no letter")
    return wrong, came
