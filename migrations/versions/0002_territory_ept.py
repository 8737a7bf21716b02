"""The territory names its établissement public territorial: in Greater Paris, the grouping that people know."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the EPT's code and name; older dossiers did not keep them."""
    op.add_column("territory", sa.Column("ept", sa.String(), nullable=False, server_default=""))
    op.add_column("territory", sa.Column("ept_name", sa.String(), nullable=False, server_default=""))
