"""The version, a constant: reading package metadata would cost 30 ms at start-up."""

VERSION = "0.1.0"
