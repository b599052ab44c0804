"""Dictionaries of the rules: words, phrases, titles, dates. Data only."""
