from alembic import op
import sqlalchemy as sa

revision, down_revision = 'aa05', 'aa04'


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
