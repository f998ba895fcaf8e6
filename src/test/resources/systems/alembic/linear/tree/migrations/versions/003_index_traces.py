"""index traces

Revision ID: 003_index_traces
Revises: 002_create_traces
Create Date: 2024-03-03 09:00:00

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = '003_index_traces'
down_revision = '002_create_traces'
branch_labels = None
depends_on = None


def upgrade():
    op.create_index('traces_account', 'traces', ['account'])


def downgrade():
    op.drop_index('traces_account', 'traces')
