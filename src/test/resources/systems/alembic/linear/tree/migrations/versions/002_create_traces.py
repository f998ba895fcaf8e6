"""create traces

Revision ID: 002_create_traces
Revises: 001_create_accounts
Create Date: 2024-03-02 09:00:00

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = '002_create_traces'
down_revision = '001_create_accounts'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        'traces',
        sa.Column('id', sa.Integer(), primary_key=True),
        sa.Column('title', sa.String(length=80)),
        sa.Column('account', sa.String(length=80)),
    )


def downgrade():
    op.drop_table('traces')
