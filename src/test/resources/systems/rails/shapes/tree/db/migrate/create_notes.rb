# not numbered: passed over
