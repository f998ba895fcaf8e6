from alembic import op
import sqlalchemy as sa

revision = 'aa12'
down_revision = '0aa11'


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
