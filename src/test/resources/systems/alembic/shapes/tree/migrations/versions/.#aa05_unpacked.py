raise AssertionError('not a migration')
