"""Shares stated in prose: `28次(占比18.1%),共154次`, and the total that they are shares of."""

import re
from collections.abc import Iterator, Sequence
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from enum import Enum
from functools import cache
from itertools import groupby

from disclosure_lint.patterns import compiled
from disclosure_lint.records import NamedTuple
from disclosure_lint.topics.sentences import RunningText
from disclosure_lint.words import words

_HUNDRED = 100
# A lone share is wrong only where it nearly fits: else it is one of another total.
_NEAR = Decimal(1)
_REACH = 600  # characters around the shares in which their total may stand


class Fit(Enum):
    """How a stated share agrees with a number and a total."""

    RIGHT = "right"
    TRUNCATED = "truncated"
    WRONG = "wrong"


class Share(NamedTuple):
    """A number and the percentage stated for it, with the place of the percentage in the running text.

    `whole` is the total where the words leave no doubt: `共154条,其中动态28条,占18.2%`.
    """

    number: int
    printed: str
    start: int
    end: int
    whole: int | None = None

    def expected(self, total: int) -> Decimal:
        """Return what the percentage would be of a total, at the precision that was printed."""
        return self._of(total, ROUND_HALF_UP)

    def fit(self, total: int) -> Fit:
        """Return how the printed percentage agrees with a total."""
        printed = Decimal(self.printed)
        if printed == self.expected(total):
            return Fit.RIGHT
        return Fit.TRUNCATED if printed == self._of(total, ROUND_DOWN) else Fit.WRONG

    def off_by_one(self, total: int) -> bool:
        """Return whether the percentage is one off in its last place, as where all are made to be 100."""
        printed = Decimal(self.printed)
        step = Decimal(1).scaleb(int(printed.as_tuple().exponent))
        return abs(printed - self.expected(total)) == step

    def _of(self, total: int, rounding: str) -> Decimal:
        places = len(self.printed.partition(".")[2])
        exact = Decimal(self.number) * _HUNDRED / Decimal(total)
        return exact.quantize(Decimal(1).scaleb(-places), rounding=rounding)


class WrongShare(NamedTuple):
    """A share that does not fit the total that it must be of."""

    share: Share
    total: int
    fit: Fit


def wrong_shares(running: RunningText) -> Iterator[WrongShare]:
    """Yield the shares that do not fit; where the total is not certain, nothing."""
    if "占" not in running.text:
        return
    found = [_share(match) for match in _stated().finditer(running.text)]
    for _, group in groupby(found, key=lambda share: running.sentence(share.start)):
        shares = list(group)
        yield from _judge(shares, _totals(running, shares))


def _judge(shares: Sequence[Share], totals: Sequence[int]) -> Iterator[WrongShare]:
    """Yield the wrong ones of a sentence's shares.

    Their total is the one that two or more of them fit; a lone share has the nearest one, if it fits nearly.
    """
    if not totals:
        return
    evened = len(shares) > 1 and sum(Decimal(share.printed) for share in shares) == _HUNDRED
    fitting = {
        total: sum(share.fit(total) is not Fit.WRONG for share in shares) for total in totals
    }
    common = max(totals, key=lambda total: fitting[total])
    sure = fitting[common] > 1
    total = common if sure else totals[0]
    for share in shares:
        fits = {other: share.fit(other) for other in totals}
        if Fit.RIGHT in fits.values() or (evened and share.off_by_one(total)):
            continue
        # With decimals a share cut short is told from chance whatever its total.
        cut = [
            it for it in (totals if "." in share.printed else [total]) if fits[it] is Fit.TRUNCATED
        ]
        if cut:
            yield WrongShare(share, cut[0], Fit.TRUNCATED)
        elif sure or (len(shares) == 1 and _nearly(share, total)):
            yield WrongShare(share, total, Fit.WRONG)
        elif len(shares) == 1 and share.whole and share.whole >= share.number:
            yield WrongShare(share, share.whole, Fit.WRONG)


def _nearly(share: Share, total: int) -> bool:
    return abs(Decimal(share.printed) - share.expected(total)) <= _NEAR


def _totals(running: RunningText, shares: Sequence[Share]) -> list[int]:
    """The figures of the paragraph that the shares may be of, the nearest before them first; their own sum."""
    paragraph = running.index(shares[0].start)
    start = running.starts[paragraph]
    end = start + len(running.paragraphs[paragraph].text)
    start, end = max(start, shares[0].start - _REACH), min(end, shares[-1].end + _REACH)
    counts = list(_count().finditer(running.text, start, end))
    counts = [it for it in counts if not _named().search(running.text, start, it.start())]
    before = [int(it[1]) for it in counts if it.start() < shares[0].start][::-1]
    after = [int(it[1]) for it in counts if it.start() > shares[0].start]
    most = max(share.number for share in shares)
    found = [number for number in (*before, *after) if number >= most and number]
    whole = sum(share.number for share in shares)
    own = [share.number for share in shares] if len(shares) == 1 else []
    ordered = dict.fromkeys([*found, *([whole] if len(shares) > 1 and whole else [])])
    return [number for number in ordered if number not in own]


def _share(match: re.Match[str]) -> Share:
    whole = _whole().search(match.string, max(0, match.start() - _REACH), match.start())
    sure = whole and match["of"] in words("breakdown")["share_of"]
    return Share(
        int(match[1]),
        match["share"],
        match.start("share"),
        match.end("share") + 1,
        int(whole[1]) if whole and sure else None,
    )


@cache
def _stated() -> re.Pattern[str]:
    """A count and the percentage that it is said to be."""
    measures = "|".join(words("counting")["measures"])
    return compiled(
        rf"([0-9][0-9]{{0,8}})(?:{measures})?[(（,，、]?(?:分别|约)?占(?P<of>[^0-9。；;\n]{{0,12}}?)(?P<share>[0-9]{{1,9}}(?:\.[0-9]{{1,9}})?)[%％]"
    )


@cache
def _whole() -> re.Pattern[str]:
    """A count and `其中` right before another one, with nothing counted between."""
    measures = "|".join(words("counting")["measures"])
    return compiled(
        rf"([0-9](?<![0-9.].)[0-9]{{0,8}})(?:{measures})[,，(（]?其中[^0-9。；;\n]{{0,20}}$"
    )


@cache
def _named() -> re.Pattern[str]:
    """What names the figure behind it as the total of one share alone: `占已审结92件的9.78%`."""
    return compiled("占[^0-9，,。；;]{0,12}$")


@cache
def _count() -> re.Pattern[str]:
    measures = "|".join(words("counting")["measures"])
    return compiled(rf"([0-9](?<![0-9.].)[0-9]{{0,8}})(?:{measures})")
