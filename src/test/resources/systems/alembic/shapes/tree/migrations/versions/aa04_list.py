from alembic import op
import sqlalchemy as sa

revision = r'aa04'
down_revision = [
    'aa03',  # the only one
]


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
