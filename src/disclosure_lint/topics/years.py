"""The years that a report names for itself: in its title, its period, its first section."""

from collections import Counter
from collections.abc import Iterator

from disclosure_lint.patterns import compiled
from disclosure_lint.records import NamedTuple, once
from disclosure_lint.report import Report
from disclosure_lint.source import Span
from disclosure_lint.topics.titles import title_of

_PERIOD = (
    r"((?:19|20)\d\d)[ \u3000]*年[ \u3000]*0?1[ \u3000]*月[ \u3000]*0?1[ \u3000]*日[^。;；]{0,8}?"
    r"(?:((?:19|20)\d\d)[ \u3000]*年)?[ \u3000]*12[ \u3000]*月[ \u3000]*31[ \u3000]*日"
)
# Not: 〔2021〕, 2021—2025年, (2019年修订), 《2023年工作要点》, 比2022年低; those stand right before or after.
_YEAR = r"(?<![\d〔\[(（—–\-~至《“比较与同])((?:19|20)\d\d)[ \u3000]*年(?!修|版|至|[ \u3000]*[-—])"
# A year that a sentence begins with and tells of: 2022年,我局公开…; not 2022年建成的专区, 2024年我局将…
_TOLD = (
    r"(?:^|[。；;])[ \u3000]*(?:截至|截止|在)?((?:19|20)\d\d)[ \u3000]*年度?(?:[，,]|(?=[我本全共未没无收]|(?:主动)?公开(?![的专栏])))"
    r"(?![^。；;]{0,40}(?:将|继续|计划|下一步))"
)
_QUOTED = r"《[^《》]*》|〔[^〔〕]*〕"


class YearPlace(NamedTuple):
    """A year and where its digits stand."""

    year: int
    span: Span


@once
def title_year(report: Report) -> YearPlace | None:
    """Return the year of the title, or None where it names none or several."""
    title = title_of(report)
    if title is None or len({year.value for year in title.years}) != 1:
        return None
    year = title.years[0]
    return YearPlace(year.value, title.span(year.part))


@once
def period_year(report: Report) -> YearPlace | None:
    """Return the year of the statistic period stated in the preamble or the first section.

    Only a whole period of one year counts (1月1日 to 12月31日), and only where all of them agree.
    """
    found = []
    beginning = (None, *report.sections[:1])
    for prose in report.prose:
        if prose.section not in beginning:
            break
        for match in compiled(_PERIOD).finditer(prose.text) if "31" in prose.text else ():
            if match[2] in {None, match[1]}:
                start = prose.span.start + match.start(1)
                found.append(YearPlace(int(match[1]), Span(start, start + 4)))
    return found[0] if len({place.year for place in found}) == 1 else None


@once
def overview_years(report: Report) -> Counter[int]:
    """Count the years that the first section speaks of; titles of documents and their numbers left out."""
    years: Counter[int] = Counter()
    for text in _overview(report):
        years.update(map(int, compiled(_YEAR).findall(text)))
    return years


def _overview(report: Report) -> Iterator[str]:
    for prose in report.prose:
        if prose.section and prose.section.form and prose.section.form.key == "overview":
            text = prose.text
            text = compiled(_PERIOD).sub("", text) if "31" in text else text
            yield compiled(_QUOTED).sub("", text)


def period_is_wrong(report: Report) -> bool:
    """Whether title and first section agree against the stated period.

    Then the period is the wrong one; in every other disagreement of the two it is the title.
    """
    title, period = title_year(report), period_year(report)
    if title is None or period is None or title.year == period.year:
        return False
    years = overview_years(report)
    return years[title.year] > years[period.year]


def first_section_year(report: Report) -> tuple[int, int] | None:
    """Return the year that the first section speaks of most, and how often; None where that tells nothing.

    It tells something when the title's year is nowhere in the section and two sentences tell of another one.
    """
    title, years = title_year(report), overview_years(report)
    if title is None or not years or title.year in years:
        return None
    told = Counter(
        int(year) for text in _overview(report) for year in compiled(_TOLD).findall(text)
    )
    year, times = max(told.items(), key=lambda it: (it[1], it[0]), default=(0, 0))
    return (year, times) if times > 1 else None


def known_year(report: Report) -> int | None:
    """Return the report's year where title or period state it and nothing says otherwise, else None."""
    stated = title_year(report) or period_year(report)
    return stated.year if stated and not is_contested(report) else None


@once
def is_contested(report: Report) -> bool:
    """Return whether period or first section say another year than the title: what follows from it is open."""
    title, period = title_year(report), period_year(report)
    if title and period:
        return title.year != period.year
    return title is not None and first_section_year(report) is not None
