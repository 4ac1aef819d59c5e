"""Every refusal and every moment of care has its sentence, in every language, without a name in it."""

import re
from pathlib import Path

import pytest

from vuurtoren import care
from vuurtoren.care.moments import KINDS
from vuurtoren.language import LANGUAGES, Refused, has, keys, say

pytestmark = pytest.mark.pure
HERE = Path(str(care.__file__)).parent
CODES = sorted(
    {
        code
        for file in (HERE / "rules.py", *(HERE / "acts").glob("*.py"))
        for code in re.findall(r'"(care\.[a-z_]+)"', file.read_text(encoding="utf-8"))
    }
)


def test_there_are_refusals_to_speak_of() -> None:
    assert len(CODES) > 20


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_every_refusal_has_a_sentence(language: str, code: str) -> None:
    refused = Refused(code)
    assert has(language, refused.key)
    said = say(language, refused.key, least=1, most=9, days=7, best="A+", worst="C")
    assert "⟨" not in said
    assert "{" not in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_moment_has_a_sentence_that_needs_no_name(language: str) -> None:
    for kind in KINDS:
        assert has(language, kind.key)
        assert "{" not in say(language, kind.key)


def test_no_sentence_is_left_without_its_twin_or_its_use() -> None:
    own = {
        code: {key for key in keys(code) if re.match(r"(care|moment-care|no-care)-", key)}
        for code in LANGUAGES
    }
    assert own["nl"] == own["en"]
