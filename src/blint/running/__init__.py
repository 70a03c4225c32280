"""Floor 3: discover, examine, judge, settle: the way of the data through one process."""
