from alembic import op
import sqlalchemy as sa

revision = 'aa' '07'
down_revision = 'aa' + '06'


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
