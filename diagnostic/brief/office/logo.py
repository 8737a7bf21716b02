"""The collectivité's logo: its file as it is, at the size that it has in print."""

from __future__ import annotations

from diagnostic.brief.office.cleaning import fit
from diagnostic.brief.office.flow import Para, Picture, Style
from diagnostic.brief.pdf.logo import read_logo


def logo(data: bytes, name: str) -> tuple[Para, ...]:
    """Return the paragraph of the logo, or nothing where there is none that can be read."""
    found = read_logo(data) if data else None
    if found is None:
        return ()
    width, height = found.size
    return (Para(Style.FIGURE, picture=Picture(source=data, width=width, height=height, alt=fit(name))),)
