"""Lines as the eye reads them."""

import pytest

from diagnostic.brief.pdf.fonts import FontBook
from diagnostic.brief.pdf.lines import break_lines
from diagnostic.brief.pdf.press import Ink, Span
from diagnostic.brief.pdf.scripts import clean, joined, seen, toneless

INK = Ink(False, "#000000", 10.0)


def lines(text: str, width: float) -> list[str]:
    broken = break_lines([Span(text, INK)], width, FontBook())
    return ["".join(run for run, _ in line.runs).rstrip() for line in broken]


def test_invisible_characters_go_and_accents_are_composed() -> None:
    assert clean("a\u0000b\u202ec\ufeff e\u0301 l'eau\tx\r\ny") == "abc é l’eau x\ny"


def test_a_number_is_never_cut_at_its_narrow_space() -> None:
    assert lines("soit 12\u202f345\u00a0€ par an", 55) == ["soit", "12\u202f345\u00a0€", "par an"]


def test_a_word_longer_than_the_line_is_cut_and_nothing_is_lost() -> None:
    found = lines("W" * 1000, 100)
    assert "".join(found) == "W" * 1000
    assert all(FontBook().width(line, False, 10) <= 100 for line in found)


def test_chinese_breaks_between_characters_but_not_before_a_full_stop() -> None:
    assert lines("中文中文。", 41) == ["中文中", "文。"]


def test_hebrew_is_turned_for_the_eye_and_latin_beside_it_is_not() -> None:
    assert seen("abc שלום def") == "abc םולש def"


def test_arabic_letters_take_their_joined_forms_and_all_have_a_glyph() -> None:
    shaped = joined("السلام عليكم")
    assert shaped != "السلام عليكم"
    assert FontBook().printable(shaped) == shaped


@pytest.mark.parametrize(
    "text", ["Ελλάδα", "Україна", "Հայաստան", "საქართველო", "ኢትዮጵያ", "中国", "日本の", "한국", "👍"]
)
def test_names_of_partners_in_other_writings_have_their_glyphs(text: str) -> None:
    assert FontBook().printable(text) == text


def test_what_no_font_has_is_named_by_its_number() -> None:
    assert FontBook().printable("a𓀀b") == "a[U+13000]b"


def test_brackets_open_towards_what_they_hold_in_hebrew_and_in_french() -> None:
    assert seen("שלום (עולם)") == "(םלוע) םולש"
    assert seen("Jumelage (שלום), depuis 2008") == "Jumelage (םולש), depuis 2008"
    assert seen("en 2008) avec שלום (ville") == "en 2008) avec םולש (ville"


def test_a_line_that_begins_in_arabic_and_has_french_runs_from_the_left() -> None:
    assert seen("שלום 中文 Paris") == "םולש 中文 Paris"
    assert seen("שלום. ") == ".םולש "


def test_an_emoji_in_one_ink_shows_no_swatch_of_its_tone() -> None:
    assert toneless("👍🏽 oui") == "👍 oui"
