from alembic import op
import sqlalchemy as sa

revision = u'aa03'
down_revision = ('aa02',)
branch_labels = ()
depends_on = []


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
