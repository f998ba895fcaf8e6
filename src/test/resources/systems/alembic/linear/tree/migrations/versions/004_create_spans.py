"""create spans

Revision ID: 004_create_spans
Revises: 003_index_traces
Create Date: 2024-03-04 09:00:00

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = '004_create_spans'
down_revision = '003_index_traces'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        'spans',
        sa.Column('id', sa.Integer(), primary_key=True),
        sa.Column('name', sa.String(length=80)),
        sa.Column('trace', sa.String(length=80)),
    )


def downgrade():
    op.drop_table('spans')
