"""What holds of any edits of any content."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from diagnostic.brief.content import Block, Heading, Item, Items, Kind, Paragraph, Section
from diagnostic.brief.edits.edited import Edited, edited
from diagnostic.brief.edits.layout import in_order, places_of
from diagnostic.brief.edits.look import FOREWORD
from diagnostic.dossier.dressing import BriefEdit, BriefLayout, BriefLook
from diagnostic.dossier.vocabulary import BriefDocument, BriefPart
from diagnostic.texts import load_texts
from tests.brief.edited_briefs import small

FR = load_texts("fr")
WORDS = st.sampled_from(("Le", "budget", "vaut", "Maroc", "Sénégal", "partenariats", "trois", "de", "pays", "."))
FIGURES = st.integers(0, 99999).map(str)
SENTENCES = st.lists(st.one_of(WORDS, FIGURES), min_size=1, max_size=8).map(" ".join)
IDS = st.sampled_from(("a", "b", "c", "d"))
BLOCKS: st.SearchStrategy[Block] = st.one_of(
    SENTENCES.map(Paragraph),
    SENTENCES.map(Heading),
    st.lists(st.builds(Item, SENTENCES, SENTENCES), min_size=1, max_size=3).map(lambda items: Items(tuple(items))),
)
SECTIONS = st.lists(
    st.builds(
        lambda id_, title, blocks, annex: Section(id=id_, label=id_, title=title, blocks=tuple(blocks), annex=annex),
        IDS,
        SENTENCES,
        st.lists(BLOCKS, max_size=4),
        st.booleans(),
    ),
    max_size=4,
    unique_by=lambda section: section.id,
).map(tuple)


@st.composite
def edits(draw: st.DrawFn, *, owned: bool = False) -> tuple[BriefEdit, ...]:
    """Return edits with ids of their own; their texts are in words that the program never writes where `owned`."""
    texts = st.integers(0, 9).map("Réécriture № {}".format) if owned else st.one_of(st.just(""), SENTENCES)
    made = draw(
        st.lists(
            st.builds(
                BriefEdit,
                lang=st.sampled_from(("fr", "fr", "en")),
                section=IDS,
                part=st.one_of(st.none(), st.sampled_from(BriefPart)),
                original=SENTENCES,
                text=texts,
            ),
            max_size=6,
        )
    )
    return tuple(replace(row, id=number) for number, row in enumerate(made, 1))


LAYOUTS = st.lists(
    st.builds(
        BriefLayout,
        document=st.sampled_from((BriefDocument.FULL, BriefDocument.SUMMARY)),
        section=IDS,
        place=st.one_of(st.none(), st.integers(0, 9)),
        hidden=st.booleans(),
    ),
    max_size=4,
    unique_by=lambda row: (row.document, row.section),
).map(tuple)


def over(sections: tuple[Section, ...], rows: tuple[BriefEdit, ...], layouts: tuple[BriefLayout, ...] = ()) -> Edited:
    """Return a brief with edits."""
    return edited(replace(small(), sections=sections), rows, layouts, BriefLook(), FR)


@given(SECTIONS, edits(), LAYOUTS)
def test_no_edit_is_lost_and_none_is_in_two_places(
    sections: tuple[Section, ...], rows: tuple[BriefEdit, ...], layouts: tuple[BriefLayout, ...]
) -> None:
    found = over(sections, rows, layouts)
    told = [passage.edit.id for passage in found.passages if passage.edit] + [row.id for row in found.unplaced]
    assert sorted(told) == [row.id for row in rows if row.lang == "fr"]


@given(SECTIONS)
def test_what_nobody_edited_is_unchanged(sections: tuple[Section, ...]) -> None:
    ordered = tuple(sorted(sections, key=lambda section: section.annex))
    assert over(ordered, ()).content.sections == ordered


@given(SECTIONS, edits(), LAYOUTS, st.randoms())
def test_the_order_of_the_edits_does_not_matter(
    sections: tuple[Section, ...], rows: tuple[BriefEdit, ...], layouts: tuple[BriefLayout, ...], chance
) -> None:
    mixed, turned = list(rows), list(layouts)
    chance.shuffle(mixed)
    chance.shuffle(turned)
    assert over(sections, tuple(mixed), tuple(turned)) == over(sections, rows, layouts)


@given(SECTIONS, edits(owned=True), LAYOUTS)
def test_edits_applied_twice_are_applied_once(
    sections: tuple[Section, ...], rows: tuple[BriefEdit, ...], layouts: tuple[BriefLayout, ...]
) -> None:
    once = over(sections, rows, layouts).content
    assert over(once.sections, rows, layouts).content == once


@given(SECTIONS, edits())
def test_a_passage_in_the_very_words_of_an_edit_says_the_users(
    sections: tuple[Section, ...], rows: tuple[BriefEdit, ...]
) -> None:
    said = {(passage.section, passage.part, passage.original) for passage in over(sections, ()).passages}
    placed = {passage.edit.id for passage in over(sections, rows).passages if passage.edit}
    keys = [(row.section, row.part, row.original) for row in rows if row.lang == "fr"]
    for row in rows:
        key = (row.section, row.part, row.original)
        if row.lang == "fr" and key in said and keys.count(key) == 1:
            assert row.id in placed


@given(
    st.permutations(("summary", FOREWORD, "a", "b", "c", "d")),
    st.permutations(("x", "y", "z")),
    st.sampled_from((("summary", FOREWORD, "a", "b", "c", "d"), (FOREWORD, "a", "b", "c", "d", "summary"))),
)
def test_the_places_of_an_order_give_that_order(body: list[str], annexes: list[str], program: tuple[str, ...]) -> None:
    made = {
        each: Section(id=each, label=each, title=each, blocks=(), annex=each in annexes)
        for each in (*program, "x", "y", "z")
    }
    wanted = tuple(made[each] for each in (*body, *annexes))
    places = places_of(wanted, tuple(made))
    rows = [BriefLayout(document=BriefDocument.FULL, section=id_, place=place) for id_, place in places.items()]
    assert in_order(tuple(made.values()), rows, Kind.FULL) == wanted
