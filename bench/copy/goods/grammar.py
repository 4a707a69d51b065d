"""Values as a few letters: `<90..120>` a number, `<1.2..2.4/0.2>` in steps, `<a|b>` a choice."""

import re
from dataclasses import dataclass, field
from decimal import Decimal

SLOT = re.compile(r"<([^<>]*)>")
SPAN = re.compile(r"(-?[\d.]+)\.\.([\d.]+)(?:/([\d.]+))?$")


def said(template, rng):
    """One value of a template; slots may stand within the choices of others."""
    while True:
        text = SLOT.sub(lambda found: slot(found[1], rng), template)
        if text == template:
            return text
        template = text


def slot(body, rng):
    span = SPAN.match(body)
    if not span:
        return rng.choice(body.split("|"))
    low, high, step = (Decimal(part or "1") for part in span.groups())
    count = int((high - low) / step)
    return format((low + step * rng.randint(0, count)).normalize(), "f")


@dataclass
class Kind:
    """What the products of one category in one language are made of."""
    category: str
    # The nouns of its titles, in the words that a shop's category column has too.
    nouns: list
    # Words before the noun, and behind it.
    before: list
    after: list
    price: tuple
    # Header → templates of its values.
    attributes: dict
    points: list
    audiences: list
    scenes: list
    steps: list
    reviews: list
    origins: list
    processes: list
    packs: list = field(default_factory=list)
    # Points whose words a shop writes and may not.
    forbidden: list = field(default_factory=list)
