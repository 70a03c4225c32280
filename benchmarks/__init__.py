"""What blint costs, against its peers and against the floor: `python -m benchmarks`."""
