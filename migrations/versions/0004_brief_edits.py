"""The users make the brief their own: passages written again, sections hidden or moved, foreword, logo and colour."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the tables, empty: an older dossier's brief is the program's."""
    _rows(
        "brief_edit",
        sa.Column("lang", sa.String(), nullable=False),
        sa.Column("section", sa.String(), nullable=False),
        sa.Column("part", sa.String(), nullable=True),
        sa.Column("original", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
    )
    _rows(
        "brief_layout",
        sa.Column("document", sa.String(), nullable=True),
        sa.Column("section", sa.String(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=True),
        sa.Column("hidden", sa.Boolean(), nullable=True),
        sa.UniqueConstraint("campaign_id", "document", "section"),
    )
    _rows(
        "brief_look",
        sa.Column("foreword_fr", sa.Text(), nullable=False),
        sa.Column("foreword_en", sa.Text(), nullable=False),
        sa.Column("signed", sa.String(), nullable=False),
        sa.Column("logo", sa.LargeBinary(), nullable=False),
        sa.Column("colour", sa.String(), nullable=False),
        sa.UniqueConstraint("campaign_id"),
    )


def _rows(name: str, *own: sa.Column | sa.UniqueConstraint) -> None:
    """Create a table of rows of a campaign, with the columns that all rows have."""
    op.create_table(
        name,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("source_date", sa.String(), nullable=False),
        sa.Column("confidence", sa.String(), nullable=True),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("unread", sa.Text(), nullable=False),
        *own,
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f(f"ix_{name}_campaign_id"), name, ["campaign_id"])
