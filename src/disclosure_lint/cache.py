"""Findings kept from one run to the next, for those who ask for it with `cache-dir`.

A small file of JSON for each text, named by a hash of all that its findings depend on: the text, the
settings, the day, this very package. Nothing that is read from it is run, so a folder of somebody
else's can at worst hold wrong findings; what is not understood is not there.
"""

import json
from contextlib import suppress
from datetime import UTC, datetime
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from disclosure_lint.config import Settings
from disclosure_lint.diagnostic import (
    Applicability,
    Diagnostic,
    Edit,
    Finding,
    Fix,
    Message,
    Related,
    Result,
    Severity,
    Suspect,
    Where,
)
from disclosure_lint.source import Source, Span

# Settings that do not say what is found in a text; the day is told apart.
_ASIDE = {
    *("baseline", "cache_dir", "docs_url", "exclude", "fail_on", "fixable", "force_exclude"),
    *("lang", "max_size", "output_format", "today"),
}
_CODE = (".py", ".toml", ".lark")


def entry(source: Source, settings: Settings, *, named: bool) -> Path:
    """Return the file that holds, or would hold, the findings in a text."""
    today = settings.today or datetime.now(tz=UTC).date()
    chosen = [value for name, value in settings._asdict().items() if name not in _ASIDE]
    told = (source.filename, source.encoding, source.bom, source.lossy, named, today, chosen)
    digest = blake2b(_package(settings.editions), digest_size=20)
    digest.update(repr(told).encode("utf-8", "surrogatepass") + b"\0")
    digest.update(source.text.encode("utf-8", "surrogatepass"))
    name = digest.hexdigest()
    return Path(settings.cache_dir, name[:2], f"{name[2:]}.json")


@cache
def _package(editions: tuple[str, ...]) -> bytes:
    """Return what tells this state of the package, and of further editions, from any other."""
    folders = (Path(__file__).parent, Path(str(files("disclosure_lint.grammar"))))
    paths = [path for folder in folders for path in folder.rglob("*") if path.suffix in _CODE]
    stamps = [(str(path), path.stat()) for path in (*sorted(paths), *map(Path, editions))]
    told = [(name, stamp.st_mtime_ns, stamp.st_size) for name, stamp in stamps]
    return repr(told).encode("utf-8", "surrogatepass")


def load(path: Path, filename: str) -> Result | None:
    """Return what a file of the cache holds; None where there is none or it makes no sense."""
    try:
        skipped, found = json.loads(path.read_bytes())
        return Result(filename, tuple(map(_diagnostic, found)), skipped=bool(skipped))
    except (OSError, ValueError, TypeError, AttributeError):
        return None


def store(path: Path, result: Result) -> None:
    """Write a result to its file, at one stroke; a folder that cannot be written stays as it is."""
    found = [_packed(diagnostic) for diagnostic in result.diagnostics]
    data = json.dumps([result.skipped, found], ensure_ascii=True).encode()
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with suppress(FileExistsError), (path.parent.parent / ".gitignore").open("xb") as ignore:
            ignore.write(b"*\n")
        with NamedTemporaryFile(dir=path.parent, delete=False) as stream:
            stream.write(data)
        Path(stream.name).replace(path)


def _packed(diagnostic: Diagnostic) -> list[Any]:
    it = diagnostic.finding
    return [
        *(diagnostic.rule, diagnostic.group, diagnostic.severity, diagnostic.fingerprint),
        *(it.span, it.message, it.related, it.suspects, it.maybe_extraction, it.severity),
        it.where and [it.where.section, it.where.table, it.where.row, it.where.column],
        it.fix and [it.fix.applicability, it.fix.message, it.fix.edits],
    ]


def _diagnostic(packed: list[Any]) -> Diagnostic:
    (
        rule,
        group,
        grade,
        fingerprint,
        span,
        message,
        related,
        suspects,
        extraction,
        own,
        where,
        fix,
    ) = packed
    finding = Finding(
        Span(*span),
        Message(*message),
        Where(where[0], where[1], tuple(where[2]), tuple(where[3])) if where else None,
        tuple(Related(Span(*place), Message(*said)) for place, said in related),
        tuple(Suspect(Span(*place), *told) for place, *told in suspects),
        _fix(*fix) if fix else None,
        maybe_extraction=extraction,
        severity=own and Severity(own),
    )
    return Diagnostic(rule, group, Severity(grade), finding, fingerprint)


def _fix(applicability: str, message: list[str], edits: list[Any]) -> Fix:
    made = tuple(Edit(Span(*place), content) for place, content in edits)
    return Fix(Applicability(applicability), Message(*message), made)
