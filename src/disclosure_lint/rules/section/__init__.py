"""Rules of the group `section`."""
