from alembic import op
import sqlalchemy as sa

revision = '\x61a\u0031\060'
down_revision = "aa\
09"


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
