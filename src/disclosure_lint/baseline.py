"""The baseline: findings that are known and accepted, so that only new ones are shown.

A file of JSON, `{path: {rule: [fingerprint, …]}}`. A fingerprint says what was found in which cell
or line, not on which row, so that moving text about changes nothing. Paths are told from the
folder of the baseline.
"""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from disclosure_lint.config import ConfigError, Settings, enabled
from disclosure_lint.config.renamed import RENAMED
from disclosure_lint.diagnostic import Message, Result
from disclosure_lint.rules import load, names

FILENAME = "disclosure-lint-baseline.json"

Entries = Mapping[str, Sequence[str]]
Baseline = Mapping[str, Entries]


def read(path: Path) -> Baseline:
    """Return the baseline in a file; raise ConfigError when it is not there or not a baseline."""
    import json  # noqa: PLC0415 - most runs have no baseline

    try:
        data = json.loads(path.read_text("utf-8"))
        return {
            str(name): {
                RENAMED.get(str(rule), str(rule)): tuple(map(str, prints))
                for rule, prints in entries.items()
            }
            for name, entries in data.items()
        }
    except OSError as error:
        message = Message(f"无法读取基线:{error.strerror}", f"no baseline: {error.strerror}")
    except (ValueError, AttributeError, TypeError):
        message = Message("不是基线文件", "not a baseline")
    raise ConfigError(message, place=str(path))


def dump(baseline: Baseline) -> str:
    """Return a baseline as text: sorted, one fingerprint a line, files without findings left out."""
    import json  # noqa: PLC0415 - most runs write no baseline

    tidy = {
        name: {rule: sorted(prints) for rule, prints in sorted(entries.items()) if prints}
        for name, entries in sorted(baseline.items())
    }
    kept = {name: entries for name, entries in tidy.items() if entries}
    return json.dumps(kept, ensure_ascii=False, indent=2) + "\n"


def key(filename: str, folder: Path) -> str:
    """Return the name of a file in a baseline that lies in `folder`."""
    return Path(os.path.relpath(filename, folder)).as_posix()


def shown(path: Path) -> str:
    """Return the name of a baseline as messages give it: told from the current folder if it is below."""
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)


def entries_of(result: Result) -> Entries:
    """Return what a baseline notes of a file: the fingerprints of its findings by rule."""
    entries: dict[str, list[str]] = {}
    for diagnostic in result.diagnostics:
        entries.setdefault(diagnostic.rule, []).append(diagnostic.fingerprint)
    return entries


def without(result: Result, known: Entries) -> Result:
    """Return the result with only those findings that are not known."""
    fresh = tuple(
        one for one in result.diagnostics if one.fingerprint not in known.get(one.rule, ())
    )
    return result._replace(diagnostics=fresh)


def gone(known: Entries, result: Result, settings: Settings) -> Entries:
    """Return the known entries that are not found any more, though their rules were run."""
    now, spared = entries_of(result), unjudged(known, settings, result.filename)
    return {
        rule: [print_ for print_ in prints if print_ not in now.get(rule, ())]
        for rule, prints in known.items()
        if rule not in spared
    }


def updated(known: Entries, result: Result, settings: Settings) -> Entries:
    """Return what is found now, and the known entries of rules that were not run."""
    return {**entries_of(result), **unjudged(known, settings, result.filename)}


def pruned(known: Entries, result: Result, settings: Settings) -> Entries:
    """Return the known entries without those that are not found any more."""
    out = gone(known, result, settings)
    return {
        rule: [print_ for print_ in prints if print_ not in out.get(rule, ())]
        for rule, prints in known.items()
    }


def unjudged(known: Entries, settings: Settings, filename: str) -> Entries:
    """Return the known entries of rules that are not run on a file: whether they hold is not known."""
    ran = {
        rule.name.replace("_", "-")
        for rule in enabled(names(), settings, filename)
        if rule.by_id or not load(rule.group, rule.name).preview
    }
    others = {name.replace("_", "-") for _, name in names()} - ran
    return {rule: prints for rule, prints in known.items() if rule in others}


def count(entries: Entries) -> int:
    """Return the number of fingerprints."""
    return sum(map(len, entries.values()))
