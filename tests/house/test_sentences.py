"""A sentence is the same whether its shape was kept or Fluent made it anew, whatever words come in."""

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from vuurtoren.language import LANGUAGES, keys, say, sentences

NAMES = {
    code: {key: sorted(names) for key, names in found.items()}
    for code, found in {
        code: {
            key: set(re.findall(r"\$([a-z_]+)", words))
            for file in (sentences.HERE / code).glob("*.ftl")
            for key, words in re.findall(
                r"^([a-z][\w-]*) =(.*(?:\n[ \t]+.*|\n(?=[ \t]))*)", file.read_text("utf-8"), re.MULTILINE
            )
        }
        for code in LANGUAGES
    }.items()
}
FILLED = [(code, key) for code, found in NAMES.items() for key, names in found.items() if names]
values = st.one_of(
    st.text(max_size=20), st.integers(0, 12), st.dates(), st.none(), st.booleans(), st.floats(0, 9)
)


def test_every_sentence_with_a_hole_in_it_was_found() -> None:
    assert len(FILLED) > 500
    assert all(key in keys(code) for code, key in FILLED)
    assert Path(sentences.HERE, "nl").is_dir()


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_name_is_used_once(code: str) -> None:
    """Fluent takes the first of two without a word, and another page then says something else than it means."""
    files = sorted((sentences.HERE / code).glob("*.ftl"))
    names = [
        key for file in files for key in re.findall(r"^(-?[a-z][\w-]*) =", file.read_text("utf-8"), re.M)
    ]
    assert sorted({key for key, times in Counter(names).items() if times > 1}) == []


@settings(max_examples=500)
@given(st.sampled_from(FILLED), st.data())
def test_a_kept_shape_says_what_fluent_says(which: tuple[str, str], data: st.DataObject) -> None:
    code, key = which
    given_ = {name: data.draw(values, name) for name in NAMES[code][key]}
    assert say(code, key, **given_) == sentences._format(code, key, given_)


@given(st.text(max_size=30))
@example("\ue0000\ue001")
@example("{ $called }")
def test_words_that_look_like_a_hole_stay_words(words: str) -> None:
    assert say("nl", "today-hello", called=words) == sentences._format("nl", "today-hello", {"called": words})


@pytest.mark.parametrize("code", LANGUAGES)
def test_names_are_never_kept(code: str) -> None:
    before = sentences._counted.cache_info().currsize
    say(code, "today-hello", called="Tineke van de Proefkade")
    assert sentences._counted.cache_info().currsize == before
    assert "Tineke" not in repr(sentences._shape(code, "today-hello", (), ("called",)))
