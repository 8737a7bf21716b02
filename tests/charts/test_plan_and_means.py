"""The calendar, the money and the scores of two campaigns are drawn as the dossier has them."""

from dataclasses import replace

import pytest

from diagnostic.assessment.comparing import Lack, compare
from diagnostic.brief.compose.inputs import Desk
from diagnostic.brief.compose.means_figures import own_figure, scheme_figure
from diagnostic.brief.compose.money import years_of
from diagnostic.brief.compose.plan_figure import plan_figure
from diagnostic.brief.compose.since_figure import since_figure
from diagnostic.brief.content import Figure, Table
from diagnostic.charts.calendar import months_of
from diagnostic.charts.drawing import Anchor, Circle, Drawing, Line, Path, Role, Text, outline
from diagnostic.charts.fitting import width_of
from diagnostic.charts.wording import score_words
from diagnostic.dossier.decisions import Action
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.vocabulary import ActionState
from diagnostic.strategy.results import SchemeOpening
from diagnostic.strategy.schemes import scheme_openings
from diagnostic.territory.countries import load_countries
from diagnostic.texts import load_texts
from tests.brief import samples

TEXTS = load_texts("fr")
COUNTRIES = load_countries()


def desk_of(snapshot: Snapshot) -> Desk:
    return Desk(inputs=samples.inputs(snapshot), texts=TEXTS, countries=COUNTRIES)


def words(drawing: Drawing) -> list[str]:
    return [shape.text for shape in drawing.shapes if isinstance(shape, Text)]


def bars(drawing: Drawing) -> list[Path]:
    return [shape for shape in drawing.shapes if isinstance(shape, Path)]


def width(path: Path) -> float:
    xs = [x for x, _ in outline(path.steps)]
    return max(xs) - min(xs)


def planned(*dues: tuple[str, ActionState | None]) -> tuple[Action, ...]:
    return tuple(Action(id=i + 1, title=f"Action {i}", due=due, state=state) for i, (due, state) in enumerate(dues))


def plan_of(*dues: tuple[str, ActionState | None]) -> Figure:
    figure = plan_figure(planned(*dues), desk_of(samples.village()))
    assert figure is not None
    return figure


def test_a_date_takes_the_time_that_it_says() -> None:
    assert months_of("2026") == (2026 * 12, 2027 * 12)
    assert months_of("2026-07") == (2026 * 12 + 6, 2026 * 12 + 7)
    assert months_of("") is None
    assert months_of("2026-13") is None
    assert months_of("bientôt") is None


def test_a_vague_date_makes_a_wide_bar() -> None:
    year, month, day = bars(plan_of(("2026", None), ("2027-03", None), ("2027-05-12", None)).drawing)
    assert width(year) == pytest.approx(12 * width(month), rel=0.01)
    assert width(month) > width(day)


def test_states_are_told_by_pattern_and_by_word() -> None:
    states = (ActionState.DONE, ActionState.STARTED, ActionState.KEPT, None)
    drawing = plan_of(*((f"2026-{3 * place + 1:02d}", state) for place, state in enumerate(states))).drawing
    done, started, kept, unknown = bars(drawing)
    assert (done.fill, started.hatch, kept.fill) == (Role.INSTITUTION, Role.INSTITUTION, Role.SURFACE)
    assert unknown.dash
    assert {"Faite", "Engagée", "Retenue"} <= set(words(drawing))


def test_bars_come_in_the_order_of_their_dates() -> None:
    drawing = plan_of(("2027-02", None), ("2026-05", None)).drawing
    lefts = [min(x for x, _ in outline(bar.steps)) for bar in bars(drawing)]
    assert lefts == sorted(lefts)


def test_what_has_no_date_stands_apart_and_is_counted_in_the_title() -> None:
    figure = plan_of(("2026-05", ActionState.KEPT), ("", ActionState.STARTED), ("2026-13", None))
    assert len(bars(figure.drawing)) == 1
    assert "Sans échéance" in words(figure.drawing)
    assert any("Action 1" in word for word in words(figure.drawing))
    assert figure.title.endswith("2 actions sans date")
    assert "Action 1 (Engagée)" in figure.drawing.alt


@pytest.mark.parametrize("due", ["2026-05", "2031", "2099-12", "9999", "0001"])
def test_any_date_stays_within_the_calendar(due: str) -> None:
    drawing = plan_of((due, ActionState.KEPT), ("2026-06", ActionState.KEPT)).drawing
    for bar in bars(drawing):
        assert all(196 <= x <= drawing.width for x, _ in outline(bar.steps))
    assert len([s for s in drawing.shapes if isinstance(s, Line)]) < 25


def test_no_calendar_is_drawn_while_nothing_has_a_date() -> None:
    assert plan_figure(planned(("", None)), desk_of(samples.village())) is None


def test_every_action_stays_whole_in_the_table_under_the_calendar() -> None:
    long = "Ouvrir une maison de l’international au cœur de la ville avec les associations " * 3
    action = Action(id=1, title=long.strip(), due="2026-09", state=ActionState.KEPT)
    section = samples.content(replace(samples.rich(), actions=(action,))).section("plan")
    figure = next(block for block in section.blocks if isinstance(block, Figure))
    table = next(block for block in section.blocks if isinstance(block, Table))
    shown = [word for word in words(figure.drawing) if word.startswith(("Ouvrir", "au", "cœur", "ville", "de"))]
    assert len(shown) == 2
    assert shown[1].endswith("…")
    assert long.strip() in table.rows[0][0]


def test_own_and_raised_euros_are_as_long_as_they_are_large() -> None:
    desk = desk_of(samples.rich())
    figure = own_figure(years_of(desk.snapshot), desk)
    assert figure is not None
    latest = years_of(desk.snapshot)[0]
    own, raised = bars(figure.drawing)[2:4]
    assert width(own) / width(raised) == pytest.approx(
        (latest.spent.euros - latest.raised.euros) / latest.raised.euros, rel=0.01
    )
    assert TEXTS.money(latest.raised.euros) in figure.drawing.alt
    assert own.fill is not raised.fill


def test_no_ratio_is_drawn_from_a_list_that_may_be_longer() -> None:
    base = samples.rich()
    standings = {kind: one for kind, one in base.standings.items() if kind != "budget_line"}
    desk = desk_of(replace(base, standings=standings))
    assert own_figure(years_of(desk.snapshot), desk) is None


def test_a_scheme_shows_what_is_used_and_what_is_left_open() -> None:
    desk = desk_of(samples.rich())
    figure = scheme_figure(
        [SchemeOpening(scheme="water_sanitation", budget=1_000_000.0, ceiling=10_000.0, used=2_500.0)], desk
    )
    assert figure is not None
    used, left = bars(figure.drawing)[2:]
    assert width(left) == pytest.approx(3 * width(used), rel=0.01)
    assert left.hatch is Role.UNKNOWN
    assert TEXTS.money(10_000) in figure.title


def test_no_scheme_is_drawn_without_a_ceiling() -> None:
    desk = desk_of(samples.rich())
    unknown = [replace(opening, ceiling=None) for opening in scheme_openings(desk.snapshot)]
    assert scheme_figure(unknown, desk) is None


def test_the_means_give_the_own_share_in_a_table() -> None:
    section = samples.content(samples.rich()).section("means")
    table = next(b for b in section.blocks if isinstance(b, Table) and b.columns[-1].title == "Part propre, €")
    latest = years_of(samples.rich())[0]
    assert table.rows[0][-1] == TEXTS.number(latest.spent.euros - latest.raised.euros)


@pytest.fixture
def followed() -> Figure:
    now, then = samples.inputs(samples.rich(), samples.earlier()), samples.inputs(samples.earlier())
    desk = Desk(inputs=now, texts=TEXTS, countries=COUNTRIES)
    return since_figure(compare(then.assessment, now.assessment), 2024, desk)


def test_each_published_score_has_a_point_then_and_now(followed: Figure) -> None:
    now, then = samples.inputs(samples.rich(), samples.earlier()), samples.inputs(samples.earlier())
    for node in now.framework.domains():
        points = [s for s in followed.drawing.shapes if isinstance(s, Circle) and s.key == f"domain:{node.id}"]
        published = [found.assessment.node(node.id).published for found in (then, now)]
        assert len(points) == sum(published), node.id


def test_what_is_not_published_has_a_dashed_interval_and_no_point(followed: Figure) -> None:
    then = samples.inputs(samples.earlier()).assessment
    for node in (n for n in then.nodes if not n.published and n.interval.low > 0):
        spans = [s for s in followed.drawing.shapes if isinstance(s, Line) and s.key == f"domain:{node.id}"]
        assert [bool(span.dash) for span in spans[:1]] == [True], node.id


def test_both_scores_are_in_the_words_of_the_figure(followed: Figure) -> None:
    now, then = samples.inputs(samples.rich(), samples.earlier()), samples.inputs(samples.earlier())
    for node in now.framework.domains():
        before, after = (score_words(found.assessment.node(node.id), TEXTS) for found in (then, now))
        assert f"{before}, puis {after}" in followed.drawing.alt


def test_the_title_counts_sure_changes_alone(followed: Figure) -> None:
    now, then = samples.inputs(samples.rich(), samples.earlier()), samples.inputs(samples.earlier())
    changes = compare(then.assessment, now.assessment)
    sure = [c for n in now.framework.domains() if (c := changes.node(n.id)).sure and c.points and abs(c.points) >= 0.05]
    assert sum(int(part) for part in followed.title.split() if part.isdigit()) == len(sure) + len(
        now.framework.domains()
    )


def crossed(drawing: Drawing) -> list[str]:
    """Return the words that a line drawn after their own ground, or over no ground, runs through upright."""
    found, lines = [], [s for s in drawing.shapes if isinstance(s, Line) and s.x1 == s.x2]
    grounds = [s for s in drawing.shapes if isinstance(s, Line) and s.stroke is Role.SURFACE]
    for text in (s for s in drawing.shapes if isinstance(s, Text)):
        wide = width_of(text.text, text.size, bold=text.bold)
        left = text.x - {Anchor.START: 0.0, Anchor.MIDDLE: wide / 2, Anchor.END: wide}[text.anchor]
        over = [line for line in lines if left < line.x1 < left + wide and line.y1 < text.y < line.y2]
        clear = any(abs(g.x1 - left) < 0.01 and abs(g.x2 - left - wide) < 0.01 and g.y1 < text.y for g in grounds)
        if over and not clear:
            found.append(text.text)
    return found


def test_no_line_of_the_calendar_runs_through_a_word() -> None:
    dues = [(f"2026-{month:02d}", ActionState.KEPT) for month in range(1, 13)]
    figure = plan_of(*dues)
    assert crossed(figure.drawing) == []


def test_a_state_next_to_the_day_of_the_campaign_stands_past_its_line() -> None:
    drawing = plan_of(("2026-02", ActionState.DONE), ("2026-12", ActionState.KEPT)).drawing
    day = next(s for s in drawing.shapes if isinstance(s, Line) and s.dash)
    state = next(s for s in drawing.shapes if isinstance(s, Text) and s.text == "Faite")
    assert state.x > day.x1


def test_what_is_late_has_a_line_to_the_day_of_the_campaign_and_says_so() -> None:
    figure = plan_of(("2025-12", ActionState.KEPT), ("2026-12", ActionState.KEPT))
    drawing = figure.drawing
    day = next(s for s in drawing.shapes if isinstance(s, Line) and s.dash)
    late = [s for s in drawing.shapes if isinstance(s, Line) and s.stroke is Role.INSTITUTION and s.y1 == s.y2]
    assert [line.x2 for line in late] == [pytest.approx(day.x1)]
    assert words(drawing).count("Retenue, en retard") == 1
    assert "Action 0 (Retenue, en retard)" in drawing.alt
    assert "1 action en retard" in figure.title
    assert "en retard" in figure.legend
    assert "en retard" not in plan_of(("2026-12", ActionState.KEPT)).legend


def test_a_long_name_takes_two_lines() -> None:
    long = "Former vingt agents et élus au cadre de l’action internationale"
    action = Action(id=1, title=long, due="2026-09", state=ActionState.KEPT)
    figure = plan_figure((action,), desk_of(samples.village()))
    assert figure is not None
    assert long in " ".join(words(figure.drawing))


@pytest.mark.parametrize(
    ("changes", "title"),
    [
        (("sure", "lack"), "1 hausse assurée, sur 8 domaines"),
        (
            ("unsure",) * 4 + ("lack",) * 4,
            "de 4 d’entre eux se recouvrent et 4 ne sont pas comparables",
        ),
        (("unsure", "same") + ("lack",) * 6, "se recouvrent, 1 n’a pas bougé et 6 ne sont pas comparables"),
        (("lack",) * 8, "Aucun domaine ne peut être comparé d’une campagne à l’autre"),
    ],
)
def test_without_a_sure_change_the_title_says_why_of_each_domain(changes: tuple[str, ...], title: str) -> None:
    now = samples.inputs(samples.rich(), samples.earlier())
    desk = Desk(inputs=now, texts=TEXTS, countries=COUNTRIES)
    compared = compare(now.assessment, now.assessment)
    states = {
        "sure": {"points": 9.0, "sure": True},
        "unsure": {"points": 9.0, "sure": False},
        "same": {"points": 0.0, "sure": True},
        "lack": {"points": None, "sure": False, "lack": Lack.THEN},
    }
    domains = [node.id for node in now.framework.domains()]
    wanted = dict(zip(domains, (*changes, *("lack",) * 8), strict=False))
    nodes = tuple(replace(c, **states[wanted[c.id]]) if c.id in wanted else c for c in compared.nodes)  # type: ignore[arg-type]  # three fields of different types
    figure = since_figure(replace(compared, nodes=nodes), 2024, desk)
    assert title in figure.title
    assert ("se recouvrent" in figure.title) == ("unsure" in changes)
