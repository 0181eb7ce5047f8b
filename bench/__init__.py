"""The benchmark: Belfry and a peer in the same run, figures as ratios. `python -m bench`."""
