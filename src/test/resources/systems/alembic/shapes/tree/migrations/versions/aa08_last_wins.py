from alembic import op
import sqlalchemy as sa

revision = 'aa01'
down_revision = None
revision = 'aa08'
down_revision = 'aa07'


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
