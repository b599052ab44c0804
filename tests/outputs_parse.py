"""Each format read back by other means than the renderer's: what every format must agree on."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from typing import NamedTuple
from urllib.parse import unquote
from xml.etree.ElementTree import Element, XMLPullParser


class Seen(NamedTuple):
    """A finding as a reader of the output gets it."""

    filename: str
    row: int
    column: int
    severity: str
    rule: str


_LINE = re.compile(r"^(\S.*?):(\d+):(\d+): (error|warning|info) (\S+) ")


def _lines(text: str) -> Iterator[Seen]:
    for line in text.split("\n"):
        if match := _LINE.match(line):
            name, row, column, severity, rule = match.groups()
            yield Seen(name, int(row), int(column), severity, rule)


def _grouped(text: str) -> Iterator[Seen]:
    name = ""
    for line in text.split("\n"):
        if line.startswith("  "):
            place, severity, rule = line.split()[:3]
            row, column = map(int, place.split(":"))
            yield Seen(name, row, column, severity, rule)
        else:
            name = line


def _json(text: str) -> Iterator[Seen]:
    for it in json.loads(text):
        place = it["location"]
        yield Seen(it["filename"], place["row"], place["column"], it["severity"], it["rule"])


def _jsonl(text: str) -> Iterator[Seen]:
    return _json(f"[{','.join(text.splitlines())}]")


def _sarif(text: str) -> Iterator[Seen]:
    (run,) = json.loads(text)["runs"]
    for it in run["results"]:
        place = it["locations"][0]["physicalLocation"]
        name, region = unquote(place["artifactLocation"]["uri"]), place["region"]
        rule = run["tool"]["driver"]["rules"][it["ruleIndex"]]["id"]
        assert rule == it["ruleId"]
        severity = {"note": "info"}.get(it["level"], it["level"])
        yield Seen(name, region["startLine"], region["startColumn"], severity, rule)


_COMMAND = re.compile(r"::(error|warning|notice) ([^\n]*?)::([^\n]*)\n")


def _github(text: str) -> Iterator[Seen]:
    for command, listed, _ in _COMMAND.findall(text):
        values = dict(item.split("=", 1) for item in listed.split(","))
        values = {key: unquote(value) for key, value in values.items()}
        rule = values["title"].removeprefix("disclosure-lint (").removesuffix(")")
        severity = {"notice": "info"}.get(command, command)
        yield Seen(values["file"], int(values["line"]), int(values["col"]), severity, rule)


def _gitlab(text: str) -> Iterator[Seen]:
    severities = {"major": "error", "minor": "warning", "info": "info"}
    for it in json.loads(text):
        begin = it["location"]["positions"]["begin"]
        severity = severities[it["severity"]]
        name = it["location"]["path"]
        yield Seen(name, begin["line"], begin["column"], severity, it["check_name"])


def xml(text: str) -> Element:
    """The root of an XML document, which must be whole and well-formed."""
    parser = XMLPullParser(["end"])
    parser.feed(text.encode())
    parser.close()
    return [element for _, element in parser.read_events()][-1]


def _checkstyle(text: str) -> Iterator[Seen]:
    for file in xml(text).iterfind("file"):
        for it in file.iterfind("error"):
            rule = it.attrib["source"].rpartition(".")[2]
            row, column = int(it.attrib["line"]), int(it.attrib["column"])
            yield Seen(file.attrib["name"], row, column, it.attrib["severity"], rule)


def _junit(text: str) -> Iterator[Seen]:
    for suite in xml(text).iterfind("testsuite"):
        found = suite.findall("testcase")
        assert int(suite.attrib["tests"]) == len(found)
        assert int(suite.attrib["failures"]) == len(suite.findall("testcase/failure"))
        for it in found:
            if " " in it.attrib["name"]:
                rule, place = it.attrib["name"].split(" ")
                row, column = map(int, place.split(":"))
                failure = it.find("failure")
                severity = "info" if failure is None else failure.attrib["type"]
                yield Seen(it.attrib["file"], row, column, severity, rule)


def _rdjson(text: str) -> Iterator[Seen]:
    for it in json.loads(text)["diagnostics"]:
        start, name = it["location"]["range"]["start"], it["location"]["path"]
        severity, rule = it["severity"].lower(), it["code"]["value"]
        yield Seen(name, start["line"], start["column"], severity, rule)


def _rdjsonl(text: str) -> Iterator[Seen]:
    return _rdjson(f'{{"diagnostics":[{",".join(text.splitlines())}]}}')


def _csv(text: str) -> Iterator[Seen]:
    assert text.startswith("\ufeff")
    for it in csv.DictReader(io.StringIO(text[1:], newline="")):
        row, column = int(it["row"]), int(it["column"])
        yield Seen(it["filename"], row, column, it["severity"], it["rule"])


def _markdown(text: str) -> Iterator[Seen]:
    for line in text.split("\n")[2:-1]:
        cells = re.split(r"(?<!\\)\|", line)
        assert len(cells) == len(("", "place", "severity", "rule", "message", ""))
        place, severity, rule = (cell.strip() for cell in cells[1:4])
        name, row, column = place.rsplit(":", 2)
        name = re.sub(r"\\(.)", r"\1", name).replace("&amp;", "&")
        yield Seen(name, int(row), int(column), severity, rule.strip("`"))


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.name = self.severity = self.place = ""
        self.seen: list[Seen] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in {"meta", "link", "br"}:
            self.open.append(tag)
        if tag == "article":
            self.severity = dict(attrs)["class"] or ""

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        tag = self.open[-1] if self.open else ""
        if tag == "h2":
            self.name = data
        elif tag == "b":
            self.place = data
        elif tag == "code":
            row, column = map(int, self.place.split(":"))
            self.seen.append(Seen(self.name, row, column, self.severity, data))


def _html(text: str) -> Iterator[Seen]:
    page = _Page()
    page.feed(text)
    page.close()
    assert page.open == []
    yield from page.seen


PARSERS: dict[str, Callable[[str], Iterator[Seen]]] = {
    "checkstyle": _checkstyle,
    "concise": _lines,
    "csv": _csv,
    "full": _lines,
    "github": _github,
    "gitlab": _gitlab,
    "grouped": _grouped,
    "html": _html,
    "json": _json,
    "jsonl": _jsonl,
    "junit": _junit,
    "markdown": _markdown,
    "rdjson": _rdjson,
    "rdjsonl": _rdjsonl,
    "sarif": _sarif,
}
