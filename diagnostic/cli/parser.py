"""The command line's words: commands, arguments, help and usage errors, in the user's language."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NoReturn

from diagnostic.brief.content import Kind
from diagnostic.cli import entering, exporting, importing, indexing, passages, producing, reporting, showing, weighing
from diagnostic.cli.catalogue import KINDS, describe_indicators, describe_kinds
from diagnostic.cli.session import Session
from diagnostic.dossier.records import TABLES
from diagnostic.dossier.vocabulary import TableState
from diagnostic.territory.places import PlaceKind
from diagnostic.texts import LANGUAGES, Texts

Command = Callable[[Session, argparse.Namespace], None]

_USAGE_FAULTS = (
    (re.compile(r"the following arguments are required: (?P<what>.+)"), "missing"),
    (re.compile(r"unrecognized arguments: (?P<what>.+)"), "unknown"),
    (
        re.compile(r"argument (?P<what>\S+): invalid choice: '?(?P<given>.*?)'? \(choose from (?P<choices>.+)\)"),
        "choice",
    ),
    (re.compile(r"argument (?P<what>\S+): expected one argument"), "no_value"),
    (re.compile(r"one of the arguments (?P<what>.+) is required"), "one_of"),
    (re.compile(r"argument (?P<what>\S+): not allowed with argument (?P<other>\S+)"), "not_with"),
    (re.compile(r"argument (?P<what>\S+): invalid int value: '(?P<given>.*)'"), "not_a_number"),
    (re.compile(r"argument (?P<what>\S+): invalid _year value: '(?P<given>.*)'"), "not_a_year"),
)


class Parser(argparse.ArgumentParser):
    """A parser that speaks the user's language and keeps its errors to two lines."""

    def __init__(self, *, texts: Texts, **options: Any) -> None:
        formatter = argparse.RawDescriptionHelpFormatter
        super().__init__(add_help=False, formatter_class=formatter, allow_abbrev=False, **options)
        self.texts = texts
        self.epilogue: Callable[[Texts], str] | None = None
        self.needed = self.add_argument_group(texts("cli.group.arguments"))
        self.optional = self.add_argument_group(texts("cli.group.options"))
        self.optional.add_argument("-h", "--help", action="help", help=texts("cli.help.help"))
        self.optional.add_argument("--lang", choices=LANGUAGES, default=texts.lang, help=texts("cli.help.lang"))

    def format_usage(self) -> str:
        """Return the usage line under the language's own word."""
        return super().format_usage().replace("usage:", self.texts("cli.usage"), 1)

    def format_help(self) -> str:
        """Return the help under the language's own words; its last part is written only when it is asked for."""
        if self.epilogue:
            self.epilog = self.epilogue(self.texts)
        return super().format_help().replace("usage:", self.texts("cli.usage"), 1)

    def error(self, message: str) -> NoReturn:
        """Print what is wrong and where help is, and exit with 2."""
        hint = self.texts("cli.see_help", command=self.prog)
        self.exit(2, f"rosedesvents: {self._sentence(message)}\n{hint}\n")

    def _sentence(self, message: str) -> str:
        for pattern, key in _USAGE_FAULTS:
            found = pattern.fullmatch(message)
            if found:
                return self.texts(f"cli.usage_fault.{key}", **found.groupdict())
        return message


def build_parser(texts: Texts) -> Parser:
    """Return the whole command line in one language."""
    parser = Parser(texts=texts, prog="rosedesvents", description=texts("cli.description"))
    commands = parser.add_subparsers(
        title=texts("cli.group.commands"), metavar=texts("cli.word.command"), required=True, dest="command"
    )

    def command(
        name: str, run: Command, epilogue: Callable[[Texts], str] | None = None, *, on_dossier: bool = True
    ) -> Parser:
        description = texts(f"cli.command.{name}")
        made: Parser = commands.add_parser(name, help=description, description=description, texts=texts)
        made.epilogue = epilogue
        if on_dossier:
            made.needed.add_argument("file", type=Path, metavar=texts("cli.word.file"), help=texts("cli.help.file"))
        made.set_defaults(run=run, usage_error=made.error)
        return made

    _entering(command, texts)
    _importing(command, texts)
    _reporting(command, texts)
    _weighing(command, texts)
    _indexing(command, texts)
    _exporting(command, texts)
    return parser


def _entering(command: Callable[..., Parser], texts: Texts) -> None:
    new = command("new", entering.new)
    where = new.needed.add_mutually_exclusive_group(required=True)
    where.add_argument("--territory", metavar="CODE", help=texts("cli.help.territory"))
    new.optional.add_argument("--type", choices=[kind.value for kind in PlaceKind], help=texts("cli.place.type_help"))
    where.add_argument("--own", metavar=texts("cli.word.name"), help=texts("cli.help.own"))
    where.add_argument("--from", type=Path, dest="origin", metavar="JSON", help=texts("cli.help.from"))
    new.optional.add_argument("--year", type=_year, metavar="N", help=texts("cli.help.year"))
    add = command("add", entering.add, describe_kinds)
    _kind(add, texts)
    _pairs(add, texts)
    edit = command("edit", entering.edit, describe_kinds)
    remove = command("remove", entering.remove)
    for each in (edit, remove):
        _kind(each, texts)
        each.needed.add_argument("id", type=int, metavar="ID", help=texts("cli.help.id"))
    _pairs(edit, texts)
    answer = command("answer", entering.answer, describe_indicators)
    answer.needed.add_argument("indicator", metavar=texts("cli.word.indicator"), help=texts("cli.help.indicator"))
    answer.needed.add_argument("value", metavar=texts("cli.word.value"), help=texts("cli.help.value"))
    for name in ("source", "comment"):
        answer.optional.add_argument(f"--{name}", default="", help=texts(f"field.answer.{name}"))
    stand = command("stand", entering.stand)
    stand.needed.add_argument("table", choices=TABLES, metavar=texts("cli.word.kind"), help=_one_of(TABLES))
    states = [state.value for state in TableState]
    stand.needed.add_argument("state", choices=states, metavar=texts("cli.word.state"), help=_one_of(states))
    for each in (add, edit, remove, answer, stand):
        _campaign(each, texts)
    campaign = command("campaign", entering.campaign)
    campaign.optional.add_argument("--year", type=_year, metavar="N", help=texts("cli.help.year"))


def _importing(command: Callable[..., Parser], texts: Texts) -> None:
    made = command("import", importing.bring, importing.describe_formats)
    made.needed.add_argument("data", type=Path, nargs="+", metavar=texts("cli.word.data"), help=texts("cli.help.data"))
    made.optional.add_argument("--kind", default="", metavar=texts("cli.word.format"), help=texts("cli.help.format"))
    made.optional.add_argument("--year", type=_year, metavar="N", help=texts("cli.help.data_year"))
    made.optional.add_argument("--dry-run", action="store_true", help=texts("cli.help.dry_run"))
    made.optional.add_argument("--prefer", type=Path, metavar=texts("cli.word.file"), help=texts("cli.help.prefer"))
    made.optional.add_argument("--proposed", action="store_true", help=texts("cli.help.proposed"))
    pair = texts("cli.word.country_pair")
    made.optional.add_argument("--country", action="append", metavar=pair, help=texts("cli.help.country_pair"))
    made.optional.add_argument("--json", action="store_true", help=texts("cli.help.json"))
    _campaign(made, texts)


def _reporting(command: Callable[..., Parser], texts: Texts) -> None:
    for name, run in (("show", showing.show), ("score", reporting.score), ("check", reporting.check)):
        made = command(name, run)
        _campaign(made, texts)
        made.optional.add_argument("--json", action="store_true", help=texts("cli.help.json"))
    brief = command("brief", producing.brief)
    _campaign(brief, texts)
    word, helped = texts("cli.word.file"), texts("cli.help.brief_output")
    brief.needed.add_argument("-o", "--output", type=Path, required=True, metavar=word, help=helped)
    kinds = [kind.value for kind in Kind]
    brief.optional.add_argument("--kind", choices=kinds, default=Kind.FULL.value, help=texts("cli.help.brief_kind"))
    _wording(command, texts, kinds)
    command("demo", producing.demo)


def _wording(command: Callable[..., Parser], texts: Texts, kinds: list[str]) -> None:
    listing, rewrite = command("passages", passages.passages), command("rewrite", passages.rewrite)
    for each in (listing, rewrite):
        _campaign(each, texts)
        each.optional.add_argument("--kind", choices=kinds, default=Kind.FULL.value, help=texts("cli.help.brief_kind"))
    listing.optional.add_argument("--json", action="store_true", help=texts("cli.help.json"))
    rewrite.needed.add_argument("section", metavar="SECTION", help=texts("cli.help.section"))
    rewrite.needed.add_argument("number", type=int, metavar="N", help=texts("cli.help.passage"))
    word = texts("cli.word.text")
    rewrite.needed.add_argument("text", nargs="?", metavar=word, help=texts("cli.help.passage_text"))
    for name in ("reset", "keep"):
        rewrite.optional.add_argument(f"--{name}", action="store_true", help=texts(f"cli.help.passage_{name}"))


def _weighing(command: Callable[..., Parser], texts: Texts) -> None:
    listing = command("weights", weighing.weights)
    weigh = command("weigh", weighing.change)
    for name, key in (("item", "cli.word.item"), ("weight", "cli.word.weight")):
        weigh.needed.add_argument(name, nargs="?", metavar=texts(key), help=texts(f"cli.help.weigh_{name}"))
    for name in ("reason", "author"):
        weigh.optional.add_argument(f"--{name}", default="", help=texts(f"field.weighting.{name}"))
    weigh.optional.add_argument("--reset", action="store_true", help=texts("cli.help.reset"))
    weigh.optional.add_argument("--reset-all", action="store_true", help=texts("cli.help.reset_all"))
    used = command("framework", weighing.framework, on_dossier=False)
    used.needed.add_argument("file", nargs="?", type=Path, metavar=texts("cli.word.file"), help=texts("cli.help.file"))
    acts, path = used.optional.add_mutually_exclusive_group(), texts("cli.word.path")
    acts.add_argument("--load", type=Path, metavar=path, help=texts("cli.help.load"))
    acts.add_argument("--edition", action="store_true", help=texts("cli.help.edition"))
    acts.add_argument("--check", type=Path, metavar=path, help=texts("cli.help.check_framework"))
    for each in (listing, weigh, used):
        _campaign(each, texts)
    for each in (listing, used):
        each.optional.add_argument("--json", action="store_true", help=texts("cli.help.json"))


def _indexing(command: Callable[..., Parser], texts: Texts) -> None:
    made = command("index", indexing.index, on_dossier=False)
    made.needed.add_argument("tree", type=Path, metavar=texts("cli.word.tree"), help=texts("cli.help.tree"))
    made.needed.add_argument("values", type=Path, metavar=texts("cli.word.values"), help=texts("cli.help.values"))
    made.optional.add_argument("--json", action="store_true", help=texts("cli.help.json"))


def _exporting(command: Callable[..., Parser], texts: Texts) -> None:
    for name, run, switch in (
        ("export", exporting.export, ("--with-contacts", "cli.help.with_contacts")),
        ("workbook", exporting.workbook, ("--empty", "cli.help.empty_workbook")),
    ):
        made = command(name, run)
        _campaign(made, texts)
        output = texts(f"cli.help.{name}_output")
        made.needed.add_argument(
            "-o", "--output", type=Path, required=True, metavar=texts("cli.word.file"), help=output
        )
        made.optional.add_argument(switch[0], action="store_true", help=texts(switch[1]))


def _kind(made: Parser, texts: Texts) -> None:
    made.needed.add_argument("kind", metavar=texts("cli.word.kind"), help=_one_of(KINDS))


def _pairs(made: Parser, texts: Texts) -> None:
    made.needed.add_argument("pairs", nargs="+", metavar=texts("cli.word.pair"), help=texts("cli.help.pairs"))


def _campaign(made: Parser, texts: Texts) -> None:
    made.optional.add_argument("--campaign", type=_year, metavar="N", help=texts("cli.help.campaign"))


def _one_of(words: Iterable[str]) -> str:
    return ", ".join(words)


def _year(text: str) -> int:
    year = int(text)
    if not 1900 <= year <= 2200:
        raise ValueError(text)
    return year
