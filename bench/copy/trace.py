#!/usr/bin/env python3
"""Every number and every attribute back to its cell: trace.py [WORK]"""

import re

import formulas
import passing
from cells import Cells, holds
from findings import Findings
from numerals import amounts, figures, values
from playbooks import Playbooks
from scripts import texts

# Numbers of the picture and not of the product: two hands, two steps towards the camera.
STAGE = re.compile(
    r"两步|两手|两只手|两眼|两下|三步|半天|半圈|半边|百搭|千万|万一|三秒|三下|两圈|两秒|两个码|两只水桶"
    r"|\b(?:two (?:hands|steps|fingers|ways|moments|outfits)|outfit two)\b"
    r"|\b(?:two|three) (?:seconds|taps)\b",
    re.IGNORECASE,
)
# A comparison sets two things side by side; how many they are is told by the picture.
PAIR = re.compile(r"两[个款条件双只袋包盒瓶支片块把套顶副台样张辆根颗]|\btwo\b", re.IGNORECASE)
SPLIT = re.compile(r"[;；、/|,，\n]")


class Trace:
    title = "Numbers and attributes, back to their cells"

    def __init__(self, home):
        self.untold, self.wrong, self.loose = Findings(), Findings(), Findings()
        self.numbers = self.facts = self.attributes = 0
        self.cells, self.known, self.values = {}, {}, {}
        self.playbooks = Playbooks(home / "presets/categories")

    def take(self, script, shop):
        cells = self.cells.setdefault(shop.locale, Cells(shop.folder))
        for text in texts(script):
            self.told(text, script)
            self.attributed(text, script, shop)
        groups = [(f"beats[{i}]", beat["facts"]) for i, beat in enumerate(script["beats"])]
        groups += [(f"post.{name}", post["facts"]) for name, post in script["post"].items()]
        for place, facts in groups:
            for fact in facts:
                self.facts += 1
                key = (
                    shop.locale,
                    fact["text"],
                    fact["field"],
                    fact["source"],
                    fact.get("formula"),
                    script["category"],
                )
                if key not in self.known:
                    self.known[key] = self.fault(fact, cells, script["category"])
                if self.known[key]:
                    self.wrong.add(
                        self.known[key],
                        script,
                        place,
                        " ".join([fact["text"], "←", fact["field"], fact["source"],
                                  fact.get("formula") or ""]),
                    )

    def told(self, text, script):
        """Each number of a text is a number of one of its facts."""
        locale = script["locale"]
        words = STAGE.sub(" ", text.words)
        if "comparison" in (script["format"], script["hook"]):
            words = PAIR.sub(" ", words)
        known = set()
        for fact in text.facts:
            known |= values(fact["text"], locale)
        for kind, found in (
            ("figure", figures(words)),
            ("amount in words", amounts(words, locale)),
        ):
            for written, number in found:
                self.numbers += 1
                if number not in known:
                    self.untold.add(
                        f"{kind} without a fact", script, text.place, f"{written} in: {text.words}"
                    )

    def attributed(self, text, script, shop):
        """Each attribute's value that a text has is one of its facts."""
        key = shop.locale, script["sku"]
        if key not in self.values:
            self.values[key] = attribute_words(shop.products[script["sku"]], script["locale"])
        words = text.words.lower()
        for value, expression in self.values[key]:
            # A word that names an attribute is no value of one: cable length.
            if value not in words or value in self.playbooks.name_words:
                continue
            if expression is None or expression.search(words):
                self.attributes += 1
                if not any(value in fact["text"].lower() for fact in text.facts):
                    self.loose.add(
                        "attribute without a fact", script, text.place, f"{value} in: {text.words}"
                    )

    def fault(self, fact, cells, category):
        found = cells.opened(fact["source"])
        if isinstance(found, str):
            return f"{found} ({fact['field'].split('[')[0].split('.')[0]})"
        formula = fact.get("formula")
        if not formula and "÷" in fact["source"]:
            # Once the sum stood within the source.
            formula = re.search(r": (.*?) \(", fact["source"] + " (")[1]
        if formula:
            return formulas.fault(formula, fact["text"], found)
        headers = [header for header, _ in found] + fact["field"].split(".")[1:]
        names = [name for header in headers for name in self.playbooks.calls(header)]
        if holds(fact["text"], found, names):
            return None
        kind = fact["field"].split("[")[0].split(".")[0]
        if kind in ("title", "category") and any(
            self.playbooks.stands_for(fact["text"], cell) for _, cell in found
        ):
            return None
        if kind == "category" and fact["text"].lower() in self.playbooks.first.get(category, ()):
            return None
        if all(not cell for _, cell in found):
            return "the cell is empty"
        return f"the cell has other words ({kind})"

    def judge(self, bars):
        for text, findings, of in (
            ("numbers with a fact", self.untold, self.numbers),
            ("facts that their cells hold", self.wrong, self.facts),
            ("attribute values with a fact", self.loose, self.attributes),
        ):
            share = 1 - findings.total() / max(of, 1)
            bars.add(
                text,
                "100 %",
                f"{share:.3%} ({findings.total()} of {of} fail)",
                not findings.total(),
            )

    def lines(self):
        return [
            "### Numbers without a fact",
            "",
            *self.untold.lines(),
            "",
            "### Facts and their cells",
            "",
            *self.wrong.lines(),
            "",
            "### Attributes without a fact",
            "",
            *self.loose.lines(),
        ]


def attribute_words(product, locale):
    """(value, expression or None) of all attribute values long enough to be told from chance."""
    found = {}
    for raw in product["attributes"].values():
        for part in [str(raw), *SPLIT.split(str(raw))]:
            part = part.strip().lower()
            if locale == "zh" and len(re.findall(r"[一-鿿]", part)) >= 2:
                found[part] = None
            elif locale == "en" and re.search(r"[a-z]{4,}", part):
                found[part] = re.compile(rf"(?<!\w){re.escape(part)}(?!\w)")
    return sorted(found.items())


if __name__ == "__main__":
    passing.alone(Trace)
