"""The commands about the words of the brief: passages, rewrite."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from typing import Any

from diagnostic.brief.content import Kind
from diagnostic.brief.edits.edited import Edited, Part, Passage, State
from diagnostic.brief.edits.look import FOREWORD
from diagnostic.cli.json_form import dumps
from diagnostic.cli.session import Refused, Session
from diagnostic.dossier import briefing
from diagnostic.dossier.dressing import BriefEdit
from diagnostic.dossier.store import Dossier
from diagnostic.texts import Texts
from diagnostic.user_folder import keep_matplotlib_home


def passages(session: Session, arguments: argparse.Namespace) -> None:
    """Print the sections of a brief with their passages, and whose words each says."""
    edited = _edited(session, session.reading(arguments.file, arguments.campaign), Kind(arguments.kind))
    if arguments.json:
        print(dumps(_document(edited)))
        return
    for part in edited.parts:
        for line in _lines(part, session.texts):
            print(line)
    for edit in edited.unplaced:
        term = _term(edit.part, session.texts)
        session.say("cli.passages.unplaced", id=edit.id, section=edit.section, part=term, text=edit.text)


def rewrite(session: Session, arguments: argparse.Namespace) -> None:
    """Write a passage again, say that a text still holds with new figures, or go back to the program's words."""
    acts = (arguments.text is not None, arguments.reset, arguments.keep)
    if sum(acts) != 1:
        arguments.usage_error(session.texts("cli.passages.needs_text"))
    dossier = session.writing(arguments.file, arguments.campaign)
    if arguments.section == FOREWORD:
        _rewrite_foreword(session, dossier, arguments)
        return
    passage = _passage(session, dossier, arguments)
    snapshot, edit = dossier.snapshot(), passage.edit
    if edit is None and arguments.text is None:
        raise Refused(session.texts("cli.passages.not_yours", section=passage.section, number=arguments.number))
    if edit is not None and arguments.reset:
        operation = briefing.drop_edits(snapshot, [edit])
    else:
        text = edit.text if edit is not None and arguments.keep else arguments.text
        operation = briefing.rewrite(snapshot, _written(passage, session.texts.lang, text))
    if operation is not None:
        dossier.apply(operation)
    session.say("cli.passages.stored", section=passage.section, number=arguments.number)


def _rewrite_foreword(session: Session, dossier: Dossier, arguments: argparse.Namespace) -> None:
    """Write the foreword of the language, say that it holds in this campaign, or take it out: all of it is theirs."""
    snapshot, field = dossier.snapshot(), f"foreword_{session.texts.lang}"
    if arguments.number != 1:
        raise Refused(session.texts("cli.passages.one_foreword", number=arguments.number))
    if arguments.keep and not getattr(briefing.look_of(snapshot), field).strip():
        raise Refused(session.texts("cli.passages.no_foreword"))
    text = "" if arguments.reset else arguments.text
    operation = briefing.keep_foreword(snapshot) if arguments.keep else briefing.dress(snapshot, **{field: text})
    if operation is not None:
        dossier.apply(operation)
    session.say("cli.passages.stored", section=FOREWORD, number=1)


def _edited(session: Session, dossier: Dossier, kind: Kind) -> Edited:
    keep_matplotlib_home(os.environ)
    from diagnostic.brief.press import edited_of  # it draws the figures: slow to load

    framework = session.framework(dossier)
    return edited_of(dossier.snapshot(), dossier.previous(), framework, session.texts, session.countries, kind)


def _passage(session: Session, dossier: Dossier, arguments: argparse.Namespace) -> Passage:
    parts = {part.section.id: part.passages for part in _edited(session, dossier, Kind(arguments.kind)).parts}
    if arguments.section not in parts:
        raise Refused(session.texts("cli.passages.no_section", section=arguments.section, known=", ".join(parts)))
    found = parts[arguments.section]
    if not 1 <= arguments.number <= len(found):
        raise Refused(
            session.texts(
                "cli.passages.no_passage", section=arguments.section, number=arguments.number, count=len(found)
            )
        )
    passage: Passage = found[arguments.number - 1]
    return passage


def _written(passage: Passage, lang: str, text: str) -> BriefEdit:
    """Return a passage's edit with another text, over the words that the program says now."""
    id_ = passage.edit.id if passage.edit else 0
    return BriefEdit(
        id=id_, lang=lang, section=passage.section, part=passage.part, original=passage.original, text=text
    )


def _lines(part: Part, texts: Texts) -> Iterator[str]:
    hidden = f" ({texts('briefpage.hidden')})" if part.hidden else ""
    yield f"{part.section.id}{hidden}"
    for number, passage in enumerate(part.passages, 1):
        state = "" if passage.state is State.PROGRAM else f" [{texts(f'briefpage.state.{passage.state.value}')}]"
        text = " / ".join(passage.text.split("\n")) or texts("briefpage.taken_out")
        yield f"  {number:>2} {texts.label(passage.part)}{state}: {text}"
        if passage.state is State.STALE:
            yield f"     {texts('cli.passages.now', text=passage.original)}"


def _term(part: Any, texts: Texts) -> str:
    return texts.label(part) if part is not None else "–"


def _document(edited: Edited) -> dict[str, Any]:
    return {
        "format": "rosedesvents.passages/1",
        "kind": edited.content.kind.value,
        "lang": edited.content.lang,
        "sections": [
            {
                "id": part.section.id,
                "label": part.section.label,
                "hidden": part.hidden,
                "annex": part.section.annex,
                "passages": [
                    {"number": number, "state": passage.state.value, **_words(passage.part, passage)}
                    | {"edit": passage.edit.id if passage.edit else None}
                    for number, passage in enumerate(part.passages, 1)
                ],
            }
            for part in edited.parts
        ],
        "unplaced": [{"edit": edit.id, "section": edit.section, **_words(edit.part, edit)} for edit in edited.unplaced],
    }


def _words(part: Any, said: Passage | BriefEdit) -> dict[str, Any]:
    return {"part": part.value if part is not None else None, "original": said.original, "text": said.text}
