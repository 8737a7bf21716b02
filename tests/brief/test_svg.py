"""A drawing as SVG: what is in it, and that it looks as the PDF's painter draws it."""

from xml.etree.ElementTree import fromstring

from diagnostic.brief.office.cleaning import fit_line
from diagnostic.charts.drawing import Anchor, Circle, Curve, Drawing, Line, Move, Path, Role, Text, rectangle
from diagnostic.charts.hatching import bounds, hatch_lines
from diagnostic.charts.palette import PRINT
from diagnostic.charts.svg import svg

S = "{http://www.w3.org/2000/svg}"
SQUARE = Path(steps=rectangle(10, 20, 30, 40), fill=Role.TERRITORY, stroke=Role.INK, width=0.5, dash=(2, 1))


def drawn(*shapes: Path | Line | Circle | Text) -> Drawing:
    return Drawing(width=100, height=80, shapes=shapes, alt="Un <b>carré</b> & rien")


def test_it_says_its_size_and_itself_in_words() -> None:
    root = fromstring(svg(drawn(), PRINT, fit_line))
    assert (root.get("width"), root.get("height"), root.get("viewBox")) == ("100pt", "80pt", "0 0 100 80")
    assert root.findtext(f"{S}title") == "Un <b>carré</b> & rien"


def test_an_outline_keeps_its_lines_its_colours_and_its_dashes() -> None:
    path = fromstring(svg(drawn(SQUARE), PRINT, fit_line)).find(f"{S}path")
    assert path is not None
    assert path.get("d") == "M10 20L40 20L40 60L10 60Z"
    assert path.get("fill") == PRINT.colour(Role.TERRITORY)
    assert (path.get("stroke"), path.get("stroke-width"), path.get("stroke-dasharray")) == (
        PRINT.colour(Role.INK),
        "0.5",
        "2 1",
    )


def test_text_is_text_cleaned_anchored_and_turned() -> None:
    said = Text(x=5, y=9, text="A\u0000 <&\n12\u202f000", size=8, anchor=Anchor.END, bold=True, rotation=90)
    text = fromstring(svg(drawn(said), PRINT, fit_line)).find(f"{S}text")
    assert text is not None
    assert text.text == "A <& 12\u202f000"
    assert (text.get("text-anchor"), text.get("font-weight"), text.get("transform")) == (
        "end",
        "bold",
        "rotate(-90 5 9)",
    )


def test_a_hatching_is_between_the_fill_and_the_stroke_and_stays_inside_the_shape() -> None:
    circle = Circle(x=50, y=40, radius=10, fill=Role.SURFACE, stroke=Role.UNKNOWN, hatch=Role.UNKNOWN)
    root = fromstring(svg(drawn(circle, circle), PRINT, fit_line))
    assert [each.tag.removeprefix(S) for each in root][1:] == ["circle", "clipPath", "path", "circle"] * 2
    clips = [each.get("id") for each in root.iter(f"{S}clipPath")]
    assert clips == ["clip1", "clip2"]
    assert [each.get("clip-path") for each in root.iter(f"{S}path")] == ["url(#clip1)", "url(#clip2)"]


def test_hatch_lines_cover_the_shape_from_side_to_side() -> None:
    lines = hatch_lines(SQUARE)
    assert all((y1, y2) == (60, 20) and x2 - x1 == 40 for x1, y1, x2, y2 in lines)
    assert lines[0][2] == 10
    assert lines[-1][0] > 40 - 3.5 * 2**0.5
    assert bounds(Path(steps=(Move(0, 0), Curve(5, -9, 8, 1, 4, 4)))) == (0, -9, 8, 4)
