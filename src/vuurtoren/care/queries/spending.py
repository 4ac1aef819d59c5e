"""What institutions said they spend here themselves, by kind of task and year, with where the figure comes from."""

from dataclasses import dataclass

from vuurtoren.care.models import Spent
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood


@dataclass(frozen=True)
class SpendingSeen:
    """A year of one kind of task, in whole cents."""

    kind: str
    year: int
    cents: int
    source: str

    @property
    def euros(self) -> float:
        """For reading; every sum is made of cents."""
        return self.cents / 100


def spending_of(viewer: Viewer, where: Neighbourhood) -> list[SpendingSeen]:
    """All of it, the newest year first."""
    viewer.must("page.public", where.key)
    rows = Spent.objects.filter(neighbourhood=where).select_related("kind").order_by("-year", "kind__code")
    return [SpendingSeen(one.kind.name(viewer.language), one.year, one.cents, one.source) for one in rows]
