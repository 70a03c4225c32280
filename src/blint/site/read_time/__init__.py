"""Read times: how they are written, what is counted, and how minutes follow from it."""
