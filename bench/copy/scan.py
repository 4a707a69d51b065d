#!/usr/bin/env python3
"""Blocked words and broken lines in every text: scan.py [WORK]"""

import re
import time

import passing
from blemishes import blemishes, names
from findings import Findings
from scripts import texts
from terms import CONTACTS, MONEY, Terms, folded


# Words that the list only warns of, and that copy of its own accord does not say.
ABSOLUTE = {f"absolute: {word}" for word in ("第一", "绝对", "永不", "100%", "百分百", "唯一", "never")}


class Scan:
    title = "Words and lines"

    def __init__(self, home):
        self.terms = Terms(home / "presets/compliance")
        self.priceless = {
            path.stem
            for path in (home / "presets/platforms").glob("*.yaml")
            if re.search(r"allows_price:.*\bfalse\b", path.read_text())
        }
        self.blocked, self.warned, self.blemished = Findings(), Findings(), Findings()
        self.texts = self.scripts = 0
        self.gate_seconds = 0.0
        self.scopes, self.own = {}, {}

    def take(self, script, shop):
        product = shop.products[script["sku"]]
        scopes = self.scopes.setdefault(
            (shop.locale, script["sku"]), self.terms.matching.scopes(product)
        )
        if shop.locale not in self.own:
            self.own[shop.locale] = set().union(*map(names, shop.products.values()))
        own = self.own[shop.locale]
        self.scripts += 1
        for text in texts(script):
            self.texts += 1
            began = time.perf_counter()
            self.gate(text, script, scopes)
            self.gate_seconds += time.perf_counter() - began
            key = text.place.rsplit(".", 1)[-1]
            for kind, words in blemishes(text.words, script["locale"], own, key):
                self.blemished.add(kind, script, text.place, words)
        for index, beat in enumerate(script["beats"]):
            if beat["caption"] and not beat["voice"]:
                self.blemished.add(
                    "caption without voice", script, f"beats[{index}]", beat["caption"]
                )
            if not (beat["voice"] or beat["caption"] or beat.get("title") or beat.get("sticker")):
                self.blemished.add(
                    "beat without any words", script, f"beats[{index}]", beat["role"]
                )

    def gate(self, text, script, scopes):
        platforms = [text.platform] if text.platform else script["platforms"]
        for term, rule, severity in self.terms.hits(text.words, scopes, platforms):
            kept = self.blocked if severity == "block" else self.warned
            kept.add(f"{rule}: {term}", script, text.place, text.words)
        plain = folded(text.words)
        for rule, expression in CONTACTS:
            if expression.search(plain):
                self.blocked.add(rule, script, text.place, text.words)
        if MONEY.search(plain) and self.priceless.intersection(platforms):
            self.blocked.add("price where none is allowed", script, text.place, text.words)

    def judge(self, bars):
        bars.add(
            "blocked words",
            "0",
            f"{self.blocked.total()} in {self.texts} texts",
            not self.blocked.total(),
        )
        absolute = self.warned.total({kind for kind in self.warned.counts if kind in ABSOLUTE})
        bars.add("第一, 绝对, 100 % said of a product", "0", f"{absolute}", not absolute)
        bars.add(
            "broken lines",
            "0",
            f"{self.blemished.total()} in {self.texts} texts",
            not self.blemished.total(),
        )

    def lines(self):
        return [
            "### Blocked words",
            "",
            *self.blocked.lines(),
            "",
            "### Words to be watched",
            "",
            *self.warned.lines()[:60],
            "",
            "### Broken lines",
            "",
            *self.blemished.lines(),
        ]


if __name__ == "__main__":
    passing.alone(Scan)
