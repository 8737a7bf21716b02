"""A dossier keeps the framework it was made with, the users' weights and priorities, and their directory of allies."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the tables; older dossiers kept no framework: they are read with the program's edition, which is said."""
    op.create_table(
        "framework",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("sources", sa.LargeBinary(), nullable=False),
        sa.UniqueConstraint("code", "version"),
    )
    _rows(
        "weighting",
        sa.Column("item", sa.String(), nullable=False),
        sa.Column("weight", sa.Double(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.UniqueConstraint("campaign_id", "item"),
    )
    _rows(
        "priority",
        sa.Column("recommendation", sa.String(), nullable=False),
        sa.Column("level", sa.String(), nullable=True),
        sa.Column("votes", sa.Integer(), nullable=True),
        sa.UniqueConstraint("campaign_id", "recommendation"),
    )
    _rows(
        "ally",
        sa.Column("entry", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("type", sa.String(), nullable=True),
        sa.Column("region", sa.String(), nullable=False),
        sa.Column("brings", sa.Text(), nullable=False),
        sa.Column("minimum", sa.Double(), nullable=True),
        sa.Column("maximum", sa.Double(), nullable=True),
        sa.Column("local_share", sa.Double(), nullable=True),
        sa.Column("years", sa.Integer(), nullable=True),
        sa.Column("needs_oda", sa.Boolean(), nullable=True),
        sa.Column("valid_year", sa.Integer(), nullable=True),
        sa.Column("web", sa.String(), nullable=False),
        sa.Column("contact", sa.String(), nullable=False),
        sa.Column("left_out", sa.Boolean(), nullable=True),
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
