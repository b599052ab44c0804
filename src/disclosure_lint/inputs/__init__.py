"""Readers: bytes of a file to a `Source`, one module a kind of file."""
