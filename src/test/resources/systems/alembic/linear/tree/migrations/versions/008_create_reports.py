"""create reports

Revision ID: 008_create_reports
Revises: 007_add_account_email
Create Date: 2024-03-08 09:00:00

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = '008_create_reports'
down_revision = '007_add_account_email'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        'reports',
        sa.Column('id', sa.Integer(), primary_key=True),
        sa.Column('title', sa.String(length=80)),
    )


def downgrade():
    op.drop_table('reports')
