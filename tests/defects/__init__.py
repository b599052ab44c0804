"""A maker of random reports, and of reports with one known fault, to measure the linter by.

A report is drafted from the edition data (`figures`, `grid`, `prose`, `draft`), spoilt in one place
(`faults`), printed in one of the layouts people paste (`layouts`) and shown to the linter, whose
findings are held against the truth (`judge`). `python -m tests.defects` prints the results.

Nothing here imports the binder, the relations or the suspects of the linter: a generator that shared
their code would share their mistakes.
"""
