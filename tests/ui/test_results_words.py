"""What the top of the results says, whatever is known."""

from __future__ import annotations

import pytest

from diagnostic.assessment.results import Assessment, Interval, NodeResult
from diagnostic.framework.model import Framework
from diagnostic.texts import Texts
from ui.results.saying import finding_title, sure_sentence


def found(framework: Framework, first: Interval, second: Interval, position: str = "") -> Assessment:
    """Return an assessment that knows only its two axes."""
    axes = framework.axes()
    nodes = tuple(
        NodeResult(id=axis.id, axis=axis.id, interval=interval, share=1.0, published=interval.mid is not None)
        for axis, interval in zip(axes, (first, second), strict=True)
    )
    return Assessment(
        framework=framework.id,
        framework_version=framework.version,
        indicators=(),
        nodes=nodes,
        assets=(),
        gaps=(),
        matrix=(),
        useful=(),
        position=position,
    )


HIGH = Interval(low=60, mid=70, high=80, known=0.8)
LOW = Interval(low=20, mid=30, high=50, known=0.7)
WIDE = Interval(low=10, mid=50, high=90, known=0.2)
NOTHING = Interval(low=0, mid=None, high=100, known=0)
SURE = Interval(low=40, mid=40, high=40, known=1)
NONE = Interval(low=0, mid=None, high=0, known=1, applicable=False)


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        (HIGH, LOW, "le territoire (de 60 à 80 sur 100) devance l’institution"),
        (LOW, HIGH, "l’institution (de 60 à 80 sur 100) devance le territoire"),
        (WIDE, LOW, "peuvent encore changer l’ordre"),
        (SURE, SURE, "Tout est renseigné"),
        (NOTHING, NOTHING, "premières réponses"),
        (HIGH, NONE, "sans objet"),
    ],
)
def test_only_what_holds_is_said(
    framework: Framework, texts: Texts, first: Interval, second: Interval, words: str
) -> None:
    assert words in sure_sentence(found(framework, first, second), framework, texts)


def test_the_title_is_the_position_only_when_there_is_one(framework: Framework, texts: Texts) -> None:
    position = framework.positions[0]
    assert finding_title(found(framework, HIGH, HIGH, position.id), framework, texts) == position.title["fr"]
    assert finding_title(found(framework, WIDE, HIGH), framework, texts) == "La lecture reste ouverte"
    assert finding_title(found(framework, NOTHING, NOTHING), framework, texts) == "Rien n’est encore renseigné"
