"""Rules of the group `privacy`."""
