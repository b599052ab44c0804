"""Rules of the group `prose`."""
