#!/usr/bin/env python3
"""Makes two shops' catalogues, one Chinese and one English: products.py [COUNT]

Some 70 % are Chinese; all 16 categories share alike. Two categories a file, so that columns differ
from file to file. Equal counts give equal bytes.
"""

import csv
import random
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
from goods import en_clothes, en_home, fitting, zh_clothes, zh_home, zh_table  # noqa: E402
from goods.grammar import said  # noqa: E402
from goods.shops import EN, ZH  # noqa: E402

CHINESE, MISSING = 0.7, 0.14
SHOPS = {
    "zh": (ZH, zh_clothes.KINDS + zh_table.KINDS + zh_home.KINDS),
    "en": (EN, en_clothes.KINDS + en_home.KINDS),
}


def chance(rng, share, make):
    return make() if rng.random() < share else ""


def title(kind, shop, brand, rng):
    noun = rng.choice(kind.nouns)
    pack = said(rng.choice(kind.packs), rng) if kind.packs else ""
    words = [brand, rng.choice(kind.before), noun, rng.choice(kind.after), fitting.pack(pack, noun)]
    return shop.join([word for word in words if word])


def price(kind, rng):
    low, high = kind.price
    # More cheap ones than dear ones, as on any shelf.
    whole = int(low + (high - low) * rng.random() ** 2)
    return f"{whole}{rng.choice(['', '.9', '.9', '.8', '.5', '.99'])}"


def reference(amount, shop, rng):
    """A price to compare with, and what it is: a third lack what makes it lawful to show."""
    if rng.random() > 0.35:
        return ["", "", ""]
    figure = str(int(float(amount) * rng.uniform(1.15, 1.9)) + 1)
    basis = said(rng.choice(shop.bases), rng) if rng.random() < 0.7 else ""
    date = said("2026-<09|10>-<10..28>", rng) if basis and rng.random() < 0.9 else ""
    return [figure, basis, date]


def points(kind, shop, rng):
    chosen = [said(text, rng) for text in rng.sample(kind.points, rng.randint(0, 4))]
    if kind.forbidden and rng.random() < 0.12:
        chosen.insert(0, said(rng.choice(kind.forbidden), rng))
    return shop.list.join(chosen)


def team(kind, shop, noun, rng):
    """Hook, words, call and title that the team has settled; none for most."""
    return [
        chance(rng, share, lambda i=i: said(rng.choice(shop.team[i]), rng).format(noun=noun))
        for i, share in enumerate((0.04, 0.03, 0.03, 0.03))
    ]


def row(kind, shop, sku, taken, rng):
    brand = chance(rng, 0.75, lambda: rng.choice(shop.brands))
    name = title(kind, shop, brand, rng)
    while name in taken:
        name = title(kind, shop, brand, rng)
    taken.add(name)
    noun = max((noun for noun in kind.nouns if noun in name), key=len)
    amount = price(kind, rng)
    sales = rng.choice([0, rng.randint(1, 90), rng.randint(20, 900), rng.randint(200, 6000)])
    cells = [
        sku,
        name,
        noun,
        brand,
        amount,
        *reference(amount, shop, rng),
        sales * 3 + rng.randint(30, 6000),
        sales or "",
        sales * 4 + rng.randint(0, 90) if sales else "",
        chance(rng, 0.7, lambda: said("<4.1..4.9/0.1>", rng)),
        points(kind, shop, rng),
        *team(kind, shop, noun, rng),
    ]
    several = [(0.6, kind.audiences, 2), (0.6, kind.scenes, 3)]
    cells += [
        chance(
            rng, share, lambda v=values, n=most: shop.list.join(rng.sample(v, rng.randint(1, n)))
        )
        for share, values, most in several
    ]
    single = [
        (0.35, kind.origins),
        (0.3, kind.steps),
        (0.2, shop.reports),
        (0.15, shop.until),
        (0.15, shop.bonuses),
        (0.25, kind.reviews),
        (0.3, kind.processes),
        (0.12, shop.times),
    ]
    cells += [
        chance(rng, share, lambda v=values: said(rng.choice(v), rng)) for share, values in single
    ]
    return cells, {
        header: said(rng.choice(values), rng)
        for header, values in kind.attributes.items()
        if rng.random() > MISSING and fitting.header(shop.locale, kind.category, header, noun)
    }


def catalogue(path, kinds, shop, number, count, seed):
    """One file of some categories; the next product's number comes back."""
    rng, taken, rows = random.Random(seed), set(), []
    for index, kind in enumerate(kinds):
        first = number
        share = count // len(kinds) + (index < count % len(kinds))
        for _ in range(share):
            cells, attributes = row(kind, shop, f"{shop.letters}{number:05d}", taken, rng)
            pair = chance(
                rng, 0.2, lambda: f"{shop.letters}{rng.randrange(first, first + share):05d}"
            )
            cells.append(pair if pair != cells[0] else "")
            rows.append((cells, attributes))
            number += 1
    headers = [said(header, rng) for header in shop.headers]
    extra = list(
        dict.fromkeys(
            header for kind in kinds for header in kind.attributes if header not in headers
        )
    )
    with open(path, "w", newline="", encoding="utf-8-sig" if shop is ZH else "utf-8") as out:
        writer = csv.writer(out)
        writer.writerow(headers + extra)
        for cells, attributes in rows:
            for index, header in enumerate(headers):
                cells[index] = cells[index] or attributes.get(header, "")
            writer.writerow(cells + [attributes.get(header, "") for header in extra])
    return number, [(cells[0], cells[2]) for cells, _ in rows]


def shots(path, made, shop, rng):
    """The team's own shot list for one product in fifty."""
    with open(path, "w", newline="", encoding="utf-8") as out:
        writer = csv.writer(out)
        writer.writerow(shop.shot_headers)
        for sku, noun in made:
            if rng.random() < 0.02:
                for number, (size, picture, line) in enumerate(shop.shots, 1):
                    writer.writerow(
                        [
                            sku,
                            number,
                            size,
                            picture.format(noun=noun),
                            line.format(noun=noun),
                            rng.choice(["2", "2.5", "3"]),
                        ]
                    )


def make(folder, count=2000):
    """Writes `zh/*.csv` and `en/*.csv`; the files' names by shop come back."""
    files = {}
    for locale, (shop, kinds) in SHOPS.items():
        target = folder / locale
        target.mkdir(parents=True, exist_ok=True)
        total = round(count * (CHINESE if locale == "zh" else 1 - CHINESE))
        number, made, files[locale] = 1, [], []
        for start in range(0, len(kinds), 2):
            share = total * (start + 2) // len(kinds) - total * start // len(kinds)
            path = target / f"{shop.file}-{start // 2 + 1}.csv"
            number, new = catalogue(path, kinds[start : start + 2], shop, number, share, start + 1)
            made += new
            files[locale].append(path.name)
        shots(target / f"{shop.file}-shots.csv", made, shop, random.Random(7))
        files[locale].append(f"{shop.file}-shots.csv")
    return files


if __name__ == "__main__":
    print(make(HERE / "work", int(sys.argv[1]) if len(sys.argv) > 1 else 2000))
