"""An open dossier: the one door through which changes are committed, undone and announced."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from sqlalchemy import Engine

from diagnostic.dossier.connection import transaction
from diagnostic.dossier.framework_files import keep_framework, name_framework, read_framework, read_frameworks
from diagnostic.dossier.history import History
from diagnostic.dossier.operations import Operation
from diagnostic.dossier.reading import read_campaigns, read_rows, snapshot_of
from diagnostic.dossier.records import RECORDS
from diagnostic.dossier.row import Row
from diagnostic.dossier.snapshot import Campaign, KeptFramework, Snapshot
from diagnostic.dossier.writing import carry_over, insert_campaign, write_all
from diagnostic.errors import WorldError

Listener = Callable[[frozenset[str]], None]
"""Called with the kinds of row that changed."""


class Dossier:
    """An open `.rose` file, looked at through one of its campaigns (the latest, unless another is chosen).

    Every operation is committed before `apply` returns. Listeners are told which kinds of row changed.
    """

    def __init__(self, path: Path, engine: Engine, *, read_only: bool, on_close: Callable[[], None]) -> None:
        """Look at the latest campaign of the file at `path`; `on_close` lets go of what was taken to open it."""
        self.path = path
        self.read_only = read_only
        self.history = History()
        self._engine = engine
        self._on_close = on_close
        self._listeners: list[Listener] = []
        self._rows: dict[str, tuple[Row, ...]] = {}
        self._snapshot: Snapshot | None = None
        campaigns = self.campaigns()
        if not campaigns:
            raise WorldError("damaged", file=path)
        self._campaign = campaigns[-1]

    @property
    def campaign(self) -> Campaign:
        """Return the campaign that is looked at."""
        return self._campaign

    def campaigns(self) -> tuple[Campaign, ...]:
        """Return all campaigns, earliest first."""
        with transaction(self._engine, self.path, reads=True) as connection:
            return read_campaigns(connection)

    def choose(self, campaign: Campaign) -> None:
        """Look at another campaign; undo does not reach across. WorldError, nothing changed, if it cannot be read."""
        with transaction(self._engine, self.path, reads=True) as connection:
            rows = read_rows(connection, campaign.id, list(RECORDS))
        self._campaign = campaign
        self.history.clear()
        self._rows = rows
        self._tell(frozenset(RECORDS))

    def snapshot(self) -> Snapshot:
        """Return the campaign that is looked at, frozen. Kept until something changes."""
        if self._snapshot is None:
            missing = [kind for kind in RECORDS if kind not in self._rows]
            with transaction(self._engine, self.path, reads=True) as connection:
                self._rows |= read_rows(connection, self._campaign.id, missing)
            self._snapshot = snapshot_of(self._campaign, self._rows)
        return self._snapshot

    def snapshot_of(self, campaign: Campaign) -> Snapshot:
        """Return another campaign, frozen."""
        with transaction(self._engine, self.path, reads=True) as connection:
            return snapshot_of(campaign, read_rows(connection, campaign.id, list(RECORDS)))

    def previous(self) -> Snapshot | None:
        """Return the campaign before the one that is looked at, frozen; None for the first."""
        before = [campaign for campaign in self.campaigns() if campaign.year < self._campaign.year]
        return self.snapshot_of(before[-1]) if before else None

    def apply(self, operation: Operation) -> Operation:
        """Commit an operation and return it as it was done, with the ids of added rows.

        WorldError if the file cannot be written: nothing is changed then, in the file or in memory.
        """
        done = self._commit(operation)
        self.history.push(done)
        self._announce(done.kinds())
        return done

    def undo(self) -> Operation | None:
        """Take back the last operation and return it; None if there is none."""
        operation = self.history.last
        if operation:
            self._commit(operation.inverse())
            self.history.undone()
            self._announce(operation.kinds())
        return operation

    def redo(self) -> Operation | None:
        """Do again the last operation taken back and return it; None if there is none."""
        operation = self.history.next
        if operation:
            self._commit(operation)
            self.history.redone()
            self._announce(operation.kinds())
        return operation

    def start_campaign(self, year: int, day: str, framework: KeptFramework | None = None) -> Campaign:
        """Add a campaign that begins with the rows of the one looked at, look at it, and return it.

        It is made with `framework`, or with that of the campaign it begins from.
        WorldError same_year if the dossier already has a campaign of that year, earlier_year if it has a later one.
        """
        self._writable()
        latest = self.campaigns()[-1].year
        if year <= latest:
            raise WorldError("same_year" if year == latest else "earlier_year", year=year, latest=latest)
        source = self.snapshot()
        with transaction(self._engine, self.path) as connection:
            new = replace(source.campaign, id=0, year=year, day=day, frozen=False)
            if framework is not None:
                keep_framework(connection, framework)
                new = replace(new, framework=framework.code, framework_version=framework.version)
            campaign = insert_campaign(connection, new)
            carry_over(connection, source, campaign)
        self.choose(campaign)
        return campaign

    def kept_framework(self) -> KeptFramework | None:
        """Return the framework that the campaign looked at was made with; None if the dossier does not keep it."""
        campaign = self._campaign
        with transaction(self._engine, self.path, reads=True) as connection:
            return read_framework(connection, campaign.framework, campaign.framework_version)

    def kept_frameworks(self) -> tuple[KeptFramework, ...]:
        """Return the frameworks that the dossier keeps, of all its campaigns."""
        with transaction(self._engine, self.path, reads=True) as connection:
            return read_frameworks(connection)

    def adopt(self, framework: KeptFramework) -> None:
        """Make the campaign looked at with a framework, kept in the file; answers stay. Undo does not reach across.

        WorldError framework_same_version if another framework of that id and version is already in the file.
        """
        self._writable()
        named = replace(self._campaign, framework=framework.code, framework_version=framework.version)
        with transaction(self._engine, self.path) as connection:
            keep_framework(connection, framework)
            name_framework(connection, named)
        self._campaign = named
        self.history.clear()
        self._tell(frozenset(RECORDS))

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after each change; the function returned stops that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def close(self) -> None:
        """Let the file go."""
        self._engine.dispose()
        self._on_close()

    def _writable(self) -> None:
        if self.read_only:
            raise WorldError("opened_read_only", file=self.path)

    def _commit(self, operation: Operation) -> Operation:
        self._writable()
        with transaction(self._engine, self.path) as connection:
            changes = write_all(connection, self._campaign.id, operation.changes)
        return replace(operation, changes=changes)

    def _announce(self, kinds: frozenset[str]) -> None:
        for kind in kinds:
            self._rows.pop(kind, None)
        self._tell(kinds)

    def _tell(self, kinds: frozenset[str]) -> None:
        self._snapshot = None
        for listener in tuple(self._listeners):
            listener(kinds)
