"""GitLab's code quality report: one JSON array, its paths relative, its fingerprints unique."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import PurePath

from disclosure_lint.diagnostic import Diagnostic, Severity
from disclosure_lint.outputs import Checked, Context
from disclosure_lint.outputs.json import Record, array

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(checked: Iterable[Checked], context: Context) -> Iterator[str]:
    """Yield the array."""
    return array(issue for file in checked for issue in _issues(file, context))


def _issues(file: Checked, context: Context) -> Iterator[Record]:
    path = PurePath(context.name(file.result.filename)).as_posix()
    seen: Counter[str] = Counter()
    for diagnostic in file.result.diagnostics:
        start, end = file.place(diagnostic.span)
        yield {
            "description": diagnostic.message.to(context.lang),
            "check_name": diagnostic.rule,
            "fingerprint": _fingerprint(path, diagnostic, seen[diagnostic.fingerprint]),
            "severity": _SEVERITIES[diagnostic.severity],
            "location": {
                "path": path,
                "positions": {
                    "begin": {"line": start.row, "column": start.column},
                    "end": {"line": end.row, "column": end.column},
                },
            },
        }
        seen[diagnostic.fingerprint] += 1


def _fingerprint(path: str, diagnostic: Diagnostic, occurrence: int) -> str:
    """Return a hash that tells apart what the widget would drop: it keeps one issue a fingerprint."""
    parts = f"{path}\0{diagnostic.fingerprint}\0{occurrence}"
    return hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()
