"""Rules of the group `table`."""
