from alembic import op
import sqlalchemy as sa

name = revision = 'aa06'
down_revision = ('aa05')


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
