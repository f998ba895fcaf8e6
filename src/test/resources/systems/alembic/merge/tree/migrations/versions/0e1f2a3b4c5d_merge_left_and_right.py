"""merge left and right

Revision ID: 0e1f2a3b4c5d
Revises: 2b3c4d5e6f70, 3c4d5e6f7081
Create Date: 2024-03-01 09:00:00

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = '0e1f2a3b4c5d'
down_revision = ('2b3c4d5e6f70', '3c4d5e6f7081')
branch_labels = None
depends_on = None


def upgrade():
    pass


def downgrade():
    pass
