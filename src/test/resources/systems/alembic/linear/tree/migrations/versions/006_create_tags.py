"""create tags

Revision ID: 006_create_tags
Revises: 005_add_span_status
Create Date: 2024-03-06 09:00:00

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = '006_create_tags'
down_revision = '005_add_span_status'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        'tags',
        sa.Column('id', sa.Integer(), primary_key=True),
        sa.Column('word', sa.String(length=80)),
    )


def downgrade():
    op.drop_table('tags')
