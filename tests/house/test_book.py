"""What is not documented fails here."""

import re

import pytest
from django.urls import URLPattern

from tests.house.book import BUILDERS, ROOT, pages
from vuurtoren.power.rules import COLUMNS, TABLE
from vuurtoren.web.urls import urlpatterns

pytestmark = pytest.mark.pure


@pytest.mark.parametrize("name", ["doors.md", "rights.md", "moments.md", "commands.md"])
def test_the_book_tells_what_the_code_does(name: str) -> None:
    assert (BUILDERS / name).read_text(encoding="utf-8") == pages()[name], "run script/docs"


def test_every_address_is_a_door_with_a_right() -> None:
    for pattern in urlpatterns:
        assert isinstance(pattern, URLPattern)
        assert pattern.callback.door[1] in TABLE


def test_every_row_of_the_rights_table_is_whole() -> None:
    for right, row in TABLE.items():
        assert len(row.split()) == len(COLUMNS), right
        assert set(row.split()) <= set("yox2-"), right


def test_every_setting_is_documented() -> None:
    source = (ROOT / "src/vuurtoren/config/settings.py").read_text()
    names = set(re.findall(r"environ\.get\(\"(\w+)\"", source))
    page = (BUILDERS / "settings.md").read_text()
    assert names
    assert not sorted(name for name in names if f"`{name}`" not in page)
