"""What a command says to a stranger: whole sentences in the language of the terminal, and what could have been typed."""

import json
import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from typer.main import get_command

from tests.makers import a_neighbourhood, a_person, a_place
from vuurtoren.cli.commands import app, run
from vuurtoren.cli.frame import guarded
from vuurtoren.cli.helping import TITLES, helped
from vuurtoren.journal.models import Moment
from vuurtoren.language import has, keys, say
from vuurtoren.places.demo import demo_neighbourhood
from vuurtoren.places.models import Neighbourhood
from vuurtoren.response.models import Observation

pytestmark = pytest.mark.django_db
DAY = (timezone.localdate() + timedelta(days=1)).isoformat()
LATELY = (timezone.localdate() - timedelta(days=1)).isoformat()
SEEN = f"street,date,grade\nKadeweg,{LATELY},D\nBotstraat,{LATELY},D\n"
Said = Callable[..., tuple[int, str, str]]
LANGUAGES = {"nl": "nl_NL.UTF-8", "en": "en_GB.UTF-8"}
OTHER_LANGUAGE = {
    "nl": re.compile(r"\b(the|is not|of which|streets|nobody|missing|there)\b"),
    "en": re.compile(r"\b(het|een|niet|straten|niemand|ontbreekt|waarvan)\b"),
}


@pytest.fixture(params=sorted(LANGUAGES))
def language(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """The terminal speaks this language."""
    code: str = request.param
    monkeypatch.setenv("LC_ALL", LANGUAGES[code])
    return code


@pytest.fixture
def said(language: str, capsys: pytest.CaptureFixture[str]) -> Said:
    """Run a command; its exit code and what it said, none of it in the other language."""

    def ask(*words: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = run([*words])
        found = capsys.readouterr()
        if "--json" not in words:
            said = found.out + found.err
            assert not OTHER_LANGUAGE[language].search(said), said
        assert "\u27e8" not in found.out + found.err
        return code, found.out, found.err

    return ask


@pytest.fixture
def here() -> Neighbourhood:
    where = a_neighbourhood("Botuwijk")
    a_place(where, "Kadeweg")
    a_place(where, "Kadestraat")
    a_place(where, "Botstraat")
    return where


@pytest.fixture
def streets_file(tmp_path: Path) -> str:
    file = tmp_path / "streets.geojson"
    file.write_text(json.dumps(demo_neighbourhood(1)))
    return str(file)


WRONG = {
    ("response", "crew", "A", "--street", "Kadeweg", "--minutes", "abc"): ("--minutes", "10", "720"),
    ("response", "crew", "A", "--street", "Kadeweg", "--minutes", "5"): ("--minutes", "10", "720"),
    ("response", "crew", "A", "--street", "Kadeweg", "--mode", "fiets"): ("--mode", "walk, cart"),
    ("response", "crew", "A", "--street", "Kade"): ("Kadestraat, Kadeweg",),
    ("response", "crew", "A", "B", "--street", "Kadeweg"): ("vuurtoren response crew --help",),
    ("response", "crew", "A"): ("--street", "vuurtoren response crew --help"),
    ("response", "crew", "--street", "Kadeweg"): ("NAME", "vuurtoren response crew --help"),
    ("response", "agree", "--goal", "E"): ("--goal", "A+, A, B, C, D"),
    ("response", "agree", "--floor", "laag"): ("--floor", "A+, A, B, C, D"),
    ("response", "agree", "--aim", "fast"): ("--aim", "best, least"),
    ("response", "agree", "--steps", "0"): ("--steps", "1", "28"),
    ("response", "agree", "--horizon", "x"): ("--horizon", "2", "14"),
    ("response", "agree", "--goal"): ("--goal",),
    ("response", "agree", "--json=1"): ("--json",),
    ("response", "agree", "--gaol", "B"): ("--gaol", "--goal, --floor, --steps, --aim, --horizon"),
    ("response", "night", "--date", "morgen"): ("morgen",),
    ("response", "plan", "--date", DAY): (f"vuurtoren response night --date {DAY}",),
    ("response", "observe", "nope.csv"): ("nope.csv",),
    ("response", "observe", "."): (".: ",),
    ("response", "end-crew", "A"): ("vuurtoren response crew",),
    ("response", "nosuch"): ("vuurtoren response", "night, plan, agree, crew"),
    ("nosuch",): ("places, response, journal, people, care",),
    ("places", "import", "nope.geojson", "--neighbourhood", "X"): ("nope.geojson",),
    ("places", "fetch", "X", "--source", "elders"): ("--source", "overpass, pdok"),
    ("people", "role", "a@botu.example", "koning"): ("ROLE", "host, builder, board"),
    ("people", "link", "zonder@botu.example"): ("zonder@botu.example",),
    ("demo", "--days", "1"): ("--days", "7", "400"),
    ("demo", "--seed", "-1"): ("--seed", "0"),
}


@pytest.mark.parametrize("words", WRONG, ids=" ".join)
def test_what_is_wrong_is_one_sentence_that_names_it_and_changes_nothing(
    words: tuple[str, ...], here: Neighbourhood, said: Said
) -> None:
    before = Moment.objects.count()
    code, out, err = said(*words)
    assert (code, out) == (2, "")
    assert len(err.strip().splitlines()) == 1
    assert all(part in err for part in WRONG[words]), err
    assert Moment.objects.count() == before


def test_a_picture_is_no_boundary_and_no_list(
    here: Neighbourhood, said: Said, streets_file: str, tmp_path: Path
) -> None:
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    before = Moment.objects.count()
    for words, part in (
        (
            ("places", "import", streets_file, "--neighbourhood", "X", "--boundary", str(picture)),
            "--boundary",
        ),
        (("places", "import", str(picture), "--neighbourhood", "X"), "GeoJSON"),
        (("response", "observe", str(picture)), "CSV"),
    ):
        code, out, err = said(*words)
        assert (code, out) == (2, "")
        assert err.startswith("picture.png: ")
        assert part in err
        assert len(err.strip().splitlines()) == 1
    assert Moment.objects.count() == before
    assert Neighbourhood.objects.count() == 1


@pytest.mark.parametrize("error", [FileNotFoundError, IsADirectoryError, PermissionError, BlockingIOError])
def test_what_the_machine_says_about_a_file_is_said_in_words(
    error: type[OSError], said: Said, capsys: pytest.CaptureFixture[str]
) -> None:
    def wrong() -> None:
        raise error(1, "?", "streets.csv")

    assert guarded(wrong) == 2
    err = capsys.readouterr().err
    assert err.startswith("streets.csv: ")
    assert len(err.strip().splitlines()) == 1


def test_the_main_job_says_what_was_done(
    here: Neighbourhood, said: Said, tmp_path: Path, language: str
) -> None:
    hints = said("response", "night", "--date", DAY)[2]
    assert "vuurtoren response agree --goal B --floor C" in hints
    assert "vuurtoren response crew" in hints

    _, out, _ = said("response", "agree", "--goal", "a", "--floor", "c", "--steps", "3", "--aim", "least")
    agreed = {"nl": ["gemiddelde is A", "3 dagen", "slechter dan C", "zo weinig mogelijk minuten", "7 dagen"]}
    agreed["en"] = ["average is A", "3 days", "worse than C", "as few minutes as possible", "7 days"]
    assert all(part in out for part in agreed[language]), out

    _, out, _ = said("response", "crew", "Een", "--street", "Kadeweg", "--minutes", "300", "--mode", "CART")
    assert all(part in out for part in ("Een", "300", "Kadeweg", {"nl": "karretje", "en": "cart"}[language]))

    file = tmp_path / "seen.csv"
    file.write_text(SEEN)
    assert "2" in said("response", "observe", str(file))[1]
    assert said("response", "observe", str(file))[1] != said("response", "observe", str(file), "--json")[1]
    assert Observation.objects.count() == 2

    code, out, hints = said("response", "night", "--date", DAY)
    assert code == 0
    assert "vuurtoren response" not in hints
    assert len(hints.strip().splitlines()) == 7
    told = json.loads(said("response", "night", "--date", DAY, "--json")[1])
    assert {"date", "places"} <= set(told)
    assert (told["date"], told["places"], told["crews"], told["shift_minutes"]) == (DAY, 3, 1, 300)
    assert all(re.search(rf"\b{told[name]}\b", out) for name in ("places", "streets", "shift_minutes")), out
    assert re.search(rf"\b{round(told['minutes'])}\b", out)


def test_the_plan_is_read_per_crew_with_minutes_and_why(
    here: Neighbourhood, said: Said, language: str, tmp_path: Path
) -> None:
    said("response", "agree", "--goal", "A+", "--floor", "A")
    said("response", "crew", "Kade", "--street", "Kadeweg", "--minutes", "200")
    said("response", "crew", "Vrij", "--street", "Kadeweg", "--minutes", "10")
    file = tmp_path / "seen.csv"
    file.write_text(SEEN)
    said("response", "observe", str(file))
    said("response", "night", "--date", DAY)
    plan = json.loads(said("response", "plan", "--date", DAY, "--json")[1])
    assert plan["streets"]
    _, out, err = said("response", "plan", "--date", DAY)
    assert err == ""
    lines = out.splitlines()
    assert "Botuwijk" in lines[0]
    for one in plan["streets"]:
        row = next(number for number, line in enumerate(lines) if f"{one['order']}. {one['name']}: " in line)
        assert f"{round(one['minutes'])} min, " in lines[row]
        assert lines[row].endswith(one["grade_expected"])
        assert lines[row + 1].strip().lower() == f"{one[f'why_{language}'].lower()}."
    for crew in plan["crews"]:
        head = next(line for line in lines if line.split(":")[0].endswith(f" {crew['name']}"))
        assert f"{round(crew['minutes'])} " in head
        assert f" {crew['shift_minutes']} " in head
    assert sum(one["streets"] for one in plan["crews"]) == len(plan["streets"])


def test_streets_that_no_crew_has_are_said_so(here: Neighbourhood, said: Said, tmp_path: Path) -> None:
    said("response", "agree", "--goal", "A+", "--floor", "A")
    file = tmp_path / "seen.csv"
    file.write_text(SEEN)
    said("response", "observe", str(file))
    said("response", "night", "--date", DAY)
    _, out, err = said("response", "plan", "--date", DAY)
    assert "(-)" not in out
    assert re.search(r"^(Nog geen ploeg|No crew yet): ", out, re.MULTILINE)
    assert "vuurtoren response crew" in err


def test_streets_that_have_their_turn_later_are_named_with_the_day(
    here: Neighbourhood, said: Said, tmp_path: Path
) -> None:
    said("response", "agree", "--goal", "A", "--floor", "B")
    said("response", "crew", "Kade", "--street", "Kadeweg", "--minutes", "10")
    file = tmp_path / "seen.csv"
    file.write_text(f"{SEEN}Kadestraat,{LATELY},D\n")
    said("response", "observe", str(file))
    _, night, _ = said("response", "night", "--date", DAY)
    plan = json.loads(said("response", "plan", "--date", DAY, "--json")[1])
    assert plan["waits"]
    assert re.search(r"(later aan de beurt|turn later)\.", night)
    _, out, _ = said("response", "plan", "--date", DAY)
    for one in plan["waits"]:
        assert re.search(rf"^     {one['name']} \({re.escape(one['grade_expected'])}\): ", out, re.MULTILINE)


def test_the_other_commands_speak_in_sentences(
    here: Neighbourhood, said: Said, streets_file: str, language: str
) -> None:
    mail = a_person(here, called="Zonnebloem").account.email  # type: ignore[union-attr]
    role = {"nl": "bestuurslid", "en": "board member"}[language]
    for words, parts in (
        (("people", "role", mail, "Board"), (mail, role, "Botuwijk")),
        (("people", "link", mail), ("http",)),
        (("care", "tools", "Botstraat", "--number", "3"), ("Botstraat 3",)),
        (("journal", "verify"), ("Botuwijk", {"nl": "keten", "en": "chain"}[language])),
        (("places", "import", streets_file, "--neighbourhood", "X"), ("X: ", "km")),
        (
            ("places", "import", streets_file, "--neighbourhood", "X"),
            ({"nl": "niets", "en": "Nothing"}[language],),
        ),
    ):
        code, out, _ = said(*words)
        assert code == 0
        assert all(part in out for part in parts), out


@pytest.mark.pure
def test_every_command_and_option_has_its_help_in_every_language() -> None:
    every = [key for key, _ in helped(get_command(app))]
    assert len(every) > 80
    missing = [(code, key) for key in every for code in LANGUAGES if not has(code, key)]
    missing += [(code, key) for key in TITLES.values() for code in LANGUAGES if not has(code, key)]
    assert not missing
    used = {*every, *TITLES.values(), "cli-help-default", "cli-help-any-help"}
    assert {key for key in keys("en") if key.startswith("cli-help")} == used


@pytest.mark.pure
@pytest.mark.parametrize(
    "words", [("response", "agree", "--help"), ("places", "import", "--help"), ("--help",)]
)
def test_help_is_given_in_the_language_of_the_terminal(
    words: tuple[str, ...], said: Said, language: str
) -> None:
    code, out, err = said(*words)
    assert (code, err) == (0, "")
    told = " ".join(out.replace("│", " ").split())
    assert say(language, "-".join(["cli-help", *words[:-1]]))[:30] in told
    assert say(language, "cli-help-any-help") in told
    assert "Show this message" not in told


@pytest.mark.pure
def test_who_types_no_command_gets_the_help_and_nothing_more(said: Said, language: str) -> None:
    code, out, err = said("response")
    assert code == 2
    assert say(language, "cli-help-response-observe")[:20] in out + err
    assert "--help" in out + err
    assert say(language, "no-cli-no_such_command", command="", commands="")[:20] not in out + err
