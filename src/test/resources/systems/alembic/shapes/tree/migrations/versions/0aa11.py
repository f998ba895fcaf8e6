down_revision = 'aa10'


def upgrade():
    pass


def downgrade():
    pass
