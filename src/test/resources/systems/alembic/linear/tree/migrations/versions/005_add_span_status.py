"""add span status

Revision ID: 005_add_span_status
Revises: 004_create_spans
Create Date: 2024-03-05 09:00:00

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = '005_add_span_status'
down_revision = '004_create_spans'
branch_labels = None
depends_on = None


def upgrade():
    op.add_column('spans', sa.Column('status', sa.String(length=80)))


def downgrade():
    op.drop_column('spans', 'status')
