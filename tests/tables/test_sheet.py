"""The sheet of a table on paper: one page, open to a screen reader, and people's words are words."""

import re
from io import BytesIO
from typing import Any

import pytest
import typst
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from tests.makers import NOW, a_neighbourhood, a_person, a_place, seen_as
from tests.tables.test_learning import SOON
from tests.tables.test_stories import WEEKLY
from vuurtoren.language import say
from vuurtoren.people import acts as people
from vuurtoren.tables import acts
from vuurtoren.tables.models import Table
from vuurtoren.tables.rules import LONGEST_SPOT
from vuurtoren.web.paper import LAYOUTS, LETTERS, pdf
from vuurtoren.web.table_paper import ROWS, SENTENCES

HOSTILE = [
    '#import "@preview/cetz:0.3.4": *',
    '#read("/etc/passwd") #panic("x")',
    "$ x^2 $ *b* _i_ `c` @who <script>",
    r"\u{41} \\ // /* ] } ) #] = kop ~ --",
    '"; "title": "x',
]
A4 = (595, 842)


def words(**other: Any) -> dict[str, Any]:
    """What the door gives, for a table called Plein."""
    said = {name: say("nl", key) for name, key in SENTENCES.items()}
    code = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>'
    about = {"title": "Koffietafel: Plein", "spot": "", "when": "Elke week", "open": "Kom erbij."}
    return {
        **said,
        **about,
        "language": "nl",
        "rows": ROWS,
        "code": code,
        "address": "https://x.test/",
        **other,
    }


def read(made: bytes) -> tuple[PdfReader, str]:
    """The sheet, and its text with single spaces."""
    sheet = PdfReader(BytesIO(made))
    return sheet, " ".join("\n".join(page.extract_text() for page in sheet.pages).split())


def bare(text: str) -> str:
    """Without spaces: a line of a sheet may break anywhere."""
    return re.sub(r"\s", "", text)


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("kind", ["coffee", "learning"])
def test_everybody_prints_a_sheet_in_their_own_language(language: str, kind: str) -> None:
    here = a_neighbourhood()
    host = seen_as(a_person(here))
    place = a_place(here, "Bakenplein")
    if kind == "learning":
        acts.set_learning_table(
            host, place, when=WEEKLY, question="Hoe?", look_again_on=SOON, spot="in de hal", at=NOW
        )
    else:
        acts.set_table(host, place, when=WEEKLY, spot="in de hal", at=NOW)
    table = Table.objects.get()
    client = Client(headers={"accept-language": language})
    assert (
        f"/{here.slug}/table/{table.public_id}/sheet.pdf"
        in client.get(f"/{here.slug}/table/{table.public_id}/").text
    )
    answer = client.get(f"/{here.slug}/table/{table.public_id}/sheet.pdf")
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    assert "bakenplein.pdf" in answer["Content-Disposition"]
    sheet, text = read(answer.content)
    assert sheet.root_object["/Lang"] == language
    assert sheet.metadata is not None
    assert sheet.metadata.title == say(language, f"table-at-{kind}", place="Bakenplein")
    for key in SENTENCES.values():
        if key != "sheet-code-means":
            assert bare(say(language, key)) in bare(text), key
    assert "in de hal" in text
    assert f"http://testserver/{here.slug}/table/{table.public_id}/met/" in text
    assert len(sheet.pages) == 1


@pytest.mark.django_db
def test_a_sheet_tells_nobody_who_sat_there_and_is_there_for_a_table_that_is_over() -> None:
    here = a_neighbourhood()
    me = a_person(here, called="Amina")
    acts.set_table(seen_as(me), a_place(here), when=WEEKLY, at=NOW)
    table = Table.objects.get()
    acts.write_down(seen_as(me), table, day=WEEKLY.day, someones=3, at=NOW)
    acts.end_table(seen_as(me), table, at=NOW)
    client = Client()
    assert me.account is not None
    client.force_login(me.account)
    _, text = read(client.get(f"/{here.slug}/table/{table.public_id}/sheet.pdf").content)
    assert say("nl", "table-over") in text
    assert "Amina" not in text
    people.forget(seen_as(me), me, here, at=NOW)
    assert Client().get(f"/{here.slug}/table/nergens/sheet.pdf").status_code == 404


@pytest.mark.pure
def test_a_screen_reader_finds_language_title_order_and_words_for_the_code() -> None:
    made = pdf("tables/sheet.typ", words(), at=NOW)
    sheet, _ = read(made)
    assert sheet.root_object["/MarkInfo"]["/Marked"]
    assert sheet.root_object["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "pdfuaid:part" in sheet.root_object["/Metadata"].get_data().decode()
    assert [round(float(each)) for each in sheet.pages[0].mediabox[2:]] == list(A4)
    alts = [
        one.get_object().get("/Alt")
        for one in map(sheet.get_object, range(1, len(sheet.xref[0]) + 1))
        if isinstance(one, dict)
    ]
    assert words()["code_means"] in alts


@pytest.mark.pure
@pytest.mark.parametrize("spot", HOSTILE)
def test_hostile_words_are_words(spot: str) -> None:
    sheet, text = read(pdf("tables/sheet.typ", words(spot=spot), at=NOW))
    assert bare(spot) in bare(text)
    assert sheet.metadata is not None
    assert sheet.metadata.title == "Koffietafel: Plein"


@pytest.mark.pure
@settings(max_examples=40, deadline=None)
@given(st.text(max_size=LONGEST_SPOT))
def test_whatever_the_spot_is_called_there_is_one_page(spot: str) -> None:
    """Signs for which there is no letter too: half a surrogate pair cannot be stored, so none comes."""
    sheet, text = read(pdf("tables/sheet.typ", words(spot=spot), at=NOW))
    assert len(sheet.pages) == 1
    assert "Koffietafel: Plein" in text


@pytest.mark.pure
def test_the_longest_words_still_fit_on_one_page() -> None:
    wide = {"spot": "W" * LONGEST_SPOT, "title": "Koffietafel: " + "Burgemeester van Wijnaendtsstraat " * 2}
    sheet, _ = read(pdf("tables/sheet.typ", words(**wide, address="https://x.test/" + "w" * 120), at=NOW))
    assert len(sheet.pages) == 1


@pytest.mark.pure
def test_a_sign_without_a_letter_costs_the_norm_but_not_the_sheet() -> None:
    sheet, text = read(pdf("tables/sheet.typ", words(spot="bij de 🏮"), at=NOW))
    assert "bij de" in text
    assert "pdfuaid" not in sheet.root_object["/Metadata"].get_data().decode()
    assert sheet.root_object["/MarkInfo"]["/Marked"]


@pytest.mark.pure
def test_the_letters_are_those_of_the_pages() -> None:
    sheet, _ = read(pdf("tables/sheet.typ", words(spot="Işık مرحبا Привіт"), at=NOW))
    fonts = {str(one.get_object()["/BaseFont"]) for one in sheet.pages[0]["/Resources"]["/Font"].values()}
    assert sum("Atkinson" in one for one in fonts) >= 3
    assert len(list(LETTERS.glob("*.ttf"))) == 4


@pytest.mark.pure
@pytest.mark.parametrize(
    "reach", ['#read("/etc/passwd")', '#read("../../etc/passwd")', '#include "sheet.typ"']
)
def test_not_even_a_layout_reads_the_machine(
    reach: str, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vuurtoren.web.paper.LAYOUTS", tmp_path)
    (tmp_path / "reach.typ").write_text(reach)
    (tmp_path / "sheet.typ").write_text("seen")
    with pytest.raises(typst.TypstError, match=r"file not found|outside of|escape"):
        pdf("reach.typ", {}, at=NOW)


@pytest.mark.pure
def test_the_layouts_name_no_file_and_no_package() -> None:
    for layout in LAYOUTS.rglob("*.typ"):
        code = re.sub(r"^//.*$", "", layout.read_text(encoding="utf-8"), flags=re.M)
        assert not re.search(r"\b(import|include|read|eval|plugin)\b|@\w+/", code)


@pytest.mark.pure
def test_the_same_words_make_the_same_file() -> None:
    first, again, other = (pdf("tables/sheet.typ", words(spot=one), at=NOW) for one in ("hal", "hal", "zaal"))
    assert first == again != other
