from alembic import op
import sqlalchemy as sa

# revision = 'commented'
TEXT = '''
revision = 'quoted'
'''


def other():
    revision = 'local'
    return revision


revision = 'aa09'
down_revision = '''aa08'''


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
