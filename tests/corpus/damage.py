"""Composes pages of clean articles of one county and damages them; the truth of every character goes along.

Nothing here is drawn from a clock: a county, a seed and a number give the same page for ever.
A page carries the origin of each character, so what is annotated in a clean article is found
again on the damaged page by ``DamagedPage.offsets``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from random import Random

from tests.corpus import generator
from tests.corpus.annotation import read_counties
from tests.corpus.blocks import Clean, Origin, blocks_of
from tests.corpus.harms import Harm, harm_blocks
from tests.corpus.print_style import print_page

COUNTIES = Path(__file__).parent / "counties"


@dataclass(frozen=True, slots=True)
class Splice:
    """A passage printed a second time: its places on the page, whose it is, where it stands."""

    offsets: tuple[int, ...]
    owner: int
    into: int


@dataclass(frozen=True)
class DamagedPage:
    """A page of three to five articles with its truth.

    ``origins[i]`` is where character ``i`` comes from: ``("p", article, paragraph, place)``,
    ``("h", article, place)``, ``("b", article, place)``, ``("copy", article, paragraph, place)``
    for a passage out of place, ``("aside",)`` for furniture, captions and garble, None for
    space. ``articles`` are in the order in which they were put on the page; ``Clean.source``
    is the annotated article that the caller handed in.
    """

    name: str
    text: str
    origins: tuple[Origin | None, ...]
    articles: tuple[Clean, ...]
    splices: tuple[Splice, ...]
    damages: tuple[str, ...]
    wrapped: bool = False
    headings: tuple[str, ...] = ()

    @cached_property
    def where(self) -> dict[Origin, int]:
        """The first place on the page of each origin."""
        places: dict[Origin, int] = {}
        for i, origin in enumerate(self.origins):
            if origin is not None:
                places.setdefault(origin, i)
        return places

    def offsets(self, article: int, paragraph: int, start: int, end: int) -> tuple[int, ...]:
        """Return the places on the page of a clean paragraph's ``start:end``, in reading order.

        Characters that the damage has lost (dropped marks, a lost 本报讯) are left out;
        one misread for another is still given.
        """
        found = (self.where.get(("p", article, paragraph, i)) for i in range(start, end))
        return tuple(i for i in found if i is not None)


def compose(
    articles: Sequence[Clean], *, county: str, seed: int, number: int, harm: Harm
) -> DamagedPage:
    """Return page ``number`` of a county: three to five of its articles, damaged as ``harm`` says."""
    rng = Random(f"{county}/{harm.name}/{seed}/{number}")
    size = min(len(articles), rng.randint(3, 5))
    chosen = rng.sample(list(articles), size)
    columns = [blocks_of(i, one, rng, harm) for i, one in enumerate(chosen)]
    headings = tuple(
        "".join(sign for block in column if block.kind == "h" for sign, _ in block.signs)
        for column in columns
    )
    laid, into, damages = harm_blocks(columns, chosen, rng, harm)
    printed = print_page(laid, rng, harm)
    damages += printed.damages
    return DamagedPage(
        name=f"{county}-{harm.name}-{seed}-{number}",
        text=printed.text,
        origins=printed.origins,
        articles=tuple(chosen),
        splices=_splices(printed.origins, into),
        damages=tuple(damages),
        wrapped=printed.wrapped,
        headings=headings,
    )


def _splices(origins: Sequence[Origin | None], into: dict[int, int]) -> tuple[Splice, ...]:
    """Read the copies back from the printed page; ``into`` names the target of each copy."""
    places: dict[int, list[int]] = {}
    owners: dict[int, int] = {}
    for i, origin in enumerate(origins):
        if origin is not None and origin[0] == "copy":
            places.setdefault(origin[4], []).append(i)
            owners[origin[4]] = origin[1]
    return tuple(
        Splice(offsets=tuple(found), owner=owners[one], into=into[one])
        for one, found in places.items()
    )


def clean_of_pages(group: str) -> dict[str, tuple[Clean, ...]]:
    """Return the clean articles of the nineteen page files of a group, by county."""
    return {
        page.name: tuple(
            Clean(
                headline=(one.headline,),
                paragraphs=tuple(one.paragraphs),
                byline=one.byline,
                source=(page, number),
            )
            for number, one in enumerate(page.articles)
        )
        for page in generator.corpus()
        if page.group == group
    }


@cache
def clean_of_counties(group: str) -> dict[str, tuple[Clean, ...]]:
    """Return the annotated articles of a group (``tuning``, ``first``, ``last``), by county.

    ``Clean.source`` is the annotated ``Article``; a mark of its truth is found on a page by
    ``page.offsets(number, mark.paragraph, mark.start, mark.end)``.
    """
    found: dict[str, list[Clean]] = {}
    for one in read_counties(COUNTIES, group):
        headline = (one.kicker, *one.headline, one.sub_headline)
        clean = Clean(
            headline=tuple(line for line in headline if line),
            paragraphs=one.paragraphs,
            byline=one.byline,
            captions=one.captions,
            source=one,
        )
        found.setdefault(one.county, []).append(clean)
    return {county: tuple(articles) for county, articles in found.items()}


def county_pages(group: str, harm: Harm, *, seeds: Sequence[int], count: int) -> list[DamagedPage]:
    """Return pages of every county of a group: ``count`` a seed for the group together."""
    counties = clean_of_counties(group)
    found: list[DamagedPage] = []
    for seed in seeds:
        names = sorted(counties)
        for number in range(count if names else 0):
            county = names[number % len(names)]
            found.append(
                compose(counties[county], county=county, seed=seed, number=number, harm=harm)
            )
    return found
