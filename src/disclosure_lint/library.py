"""The library: reports as text or files in, findings, data or mended text out.

The names of this module are to be had from the package itself, `from disclosure_lint import …`.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from disclosure_lint import discovery, engine, extract, fixes, outputs
from disclosure_lint.config import Settings
from disclosure_lint.config.file import settings_for
from disclosure_lint.diagnostic import Diagnostic, Result
from disclosure_lint.fixes import Fixed
from disclosure_lint.privacy import mask
from disclosure_lint.report import Report
from disclosure_lint.source import Position, Source, decode

StrPath = str | os.PathLike[str]


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found in one text: iterating gives the diagnostics in order of place.

    `source` holds the text; it is None where a file could not be read, which is a finding itself.
    `result.crashed` says that a rule failed inside: that is a finding too, and a bug of this package.
    """

    result: Result
    source: Source | None

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """The diagnostics in order of place."""
        return self.result.diagnostics

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self.result.diagnostics)

    def __len__(self) -> int:
        return len(self.result.diagnostics)

    def place(self, diagnostic: Diagnostic) -> tuple[Position, Position]:
        """Return start and end of a diagnostic: rows and columns from 1, in code points, end exclusive.

        Both are 1, 1 where there is no text.
        """
        return outputs.Checked(self.result, self.source).place(diagnostic.span)

    def render(self, output_format: str = "full", *, lang: str = "zh", color: bool = False) -> str:
        """Return the findings in a format of `check --output-format`; KeyError if there is none such."""
        context = outputs.Context(lang=lang, color=color, root=Path.cwd(), mask=mask)
        checked = (outputs.Checked(self.result, self.source),)
        return "".join(outputs.load(output_format).render(checked, context))


def lint_text(text: str | bytes, filename: str = "-", settings: Settings | None = None) -> Findings:
    """Return what is wrong with a report.

    `text` as bytes is decoded as a file's content would be. `filename` is what the findings call
    it, and what `per_file_ignores` is about. Raises ConfigError for options that a rule has not.
    """
    source = _source(text, filename)
    return Findings(engine.lint(source, settings), source)


def lint_path(path: StrPath, settings: Settings | None = None) -> Findings:
    """Return what is wrong with the report in a file; a file that cannot be read is a finding.

    No configuration file is looked for: `load_settings(path)` gives what the command line would
    use. Raises ConfigError for options that a rule has not.
    """
    settings = settings or Settings()
    source = discovery.read(os.fspath(path), settings.max_size)
    if isinstance(source, Source):
        return Findings(engine.lint(source, settings), source)
    return Findings(source, None)


def parse_text(text: str | bytes, filename: str = "-", settings: Settings | None = None) -> Report:
    """Return what a report says: metadata, sections, tables bound to their form. Never raises."""
    return engine.read(_source(text, filename), settings)


def parse_path(path: StrPath, settings: Settings | None = None) -> Report:
    """Return what the report in a file says; raise OSError when the file cannot be read."""
    settings = settings or Settings()
    source = discovery.read(os.fspath(path), settings.max_size)
    if not isinstance(source, Source):
        raise OSError(source.diagnostics[0].message.en)
    return engine.read(source, settings)


def as_data(report: Report) -> dict[str, Any]:
    """Return a report as plain data, ready for JSON: what `disclosure-lint extract` prints."""
    return extract.record(report, report.source.filename)


def fix_text(
    text: str | bytes,
    filename: str = "-",
    settings: Settings | None = None,
    *,
    unsafe: bool = False,
) -> Fixed:
    """Return a report with its safe fixes applied, with `unsafe` those too; never alters a figure alone.

    The text is `source.text` of the answer, which also lists what was applied and what is left.
    """
    return fixes.fix_text(_source(text, filename), settings, unsafe=unsafe)


def load_settings(path: StrPath = ".") -> Settings:
    """Return the settings that the closest configuration file of a file or folder sets.

    Environment variables are not looked at. Raises ConfigError for what is wrong in the file.
    """
    place = Path(path)
    return settings_for(place if place.is_dir() else place.parent).settings


def _source(text: str | bytes, filename: str) -> Source:
    return decode(text, filename) if isinstance(text, bytes) else Source(text, filename)
