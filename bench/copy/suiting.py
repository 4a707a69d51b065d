#!/usr/bin/env python3
"""Whether a script's form suits what it sells: suiting.py [WORK]"""

import re
from collections import Counter

import passing
from findings import Findings
from playbooks import Playbooks

# Forms that are made of one act, and the categories whose products that act is done with.
ACTS = {
    "taste-test": {"snacks", "fresh-food", "pets"},
    "try-on": {"womens-clothing", "mens-clothing", "shoes", "hats-accessories", "bags", "sports",
               "mother-baby", "beauty"},
}


# What is sold by weight or volume; a bag's price a pound says nothing.
MEASURED = {"snacks", "fresh-food", "pets", "cleaning", "beauty", "mother-baby"}
MEASURE = re.compile(r"每\d*(?:克|毫升|斤|公斤|升)|\bper (?:\d+ )?(?:g|kg|oz|lb|ml|fl oz|l)\b")
# What a thing is not or cannot: said as a point it speaks against itself.
LACK = re.compile(r"^(?:不可|不防|不能|没有|不带|not |no )")


def listed(key, text):
    found = re.search(rf"^{key}: \[(.*)\]", text, re.MULTILINE)
    return {name.strip() for name in found[1].split(",")} if found else set()


class Suiting:
    title = "Forms and what they suit"

    def __init__(self, home):
        self.suits, self.only = {}, dict(ACTS)
        for path in sorted((home / "presets/formats").glob("*.yaml")):
            text = path.read_text()
            self.suits[path.stem] = listed("suits", text)
            # What a preset says of itself holds beside what the act asks for.
            own = listed("categories", text)
            if own:
                self.only[path.stem] = own & ACTS.get(path.stem, own)
        self.used, self.odd = Counter(), Findings()
        self.priced, self.lacks, self.misnamed = Findings(), Findings(), Findings()
        self.playbooks = Playbooks(home / "presets/categories")

    def take(self, script, shop):
        form, category = script["format"], script["category"]
        self.used[form, category] += 1
        if category not in self.only.get(form, {category}):
            shown = [beat["voice"] for beat in script["beats"] if beat["role"] == "reveal"]
            self.odd.add(f"{form} for {category}", script, "", (shown or [""])[0])

        shelf = [one["text"] for one in shop.products[script["sku"]]["category_evidence"]
                 if one["field"] == "category"]
        for index, beat in enumerate(script["beats"]):
            self.named(script, f"beats[{index}]", beat, shelf)
            self.said(script, f"beats[{index}]", beat)

    def named(self, script, place, beat, shelf):
        """A name out of the title is one for what the shop's own category column says."""
        for fact in beat["facts"]:
            words = fact["text"]
            if fact["field"] == "title" and self.playbooks.nouns.get(words.lower()) and shelf:
                if not any(words.lower() in text.lower() or self.playbooks.stands_for(words, text)
                           for text in shelf):
                    self.misnamed.add(f"{shelf[0]} called {words}", script, place, beat["voice"])

    def said(self, script, place, beat):
        if script["category"] not in MEASURED and MEASURE.search(beat["voice"]):
            self.priced.add("price by measure", script, place, beat["voice"])
        if beat["role"] == "point" and any(
                LACK.match(fact["text"]) and fact["text"] in beat["voice"]
                for fact in beat["facts"]):
            self.lacks.add("a lack as a point", script, place, beat["voice"])

    def judge(self, bars):
        total = sum(self.used.values())
        meant = sum(count for (form, category), count in self.used.items()
                    if not self.suits.get(form) or category in self.suits[form])
        bars.add("tastings of what is eaten, try-ons of what is worn", "all",
                 f"{self.odd.total()} of {total} are not", not self.odd.total())
        bars.add("prices by weight of what is not sold by weight", "0",
                 str(self.priced.total()), not self.priced.total())
        bars.add("products called what they are not", "0",
                 f"{self.misnamed.total()}: {len(self.misnamed.counts)} names",
                 not self.misnamed.total())
        bars.add("points that say what a product lacks", "0",
                 str(self.lacks.total()), not self.lacks.total())
        bars.add("forms that name their category, or none", "at least 80%",
                 f"{meant / max(total, 1):.1%} of {total}", meant >= 0.8 * total)

    def lines(self):
        forms = sorted({form for form, _ in self.used})
        out = ["| category | " + " | ".join(forms) + " |", "|---|" + "---|" * len(forms)]
        for category in sorted({category for _, category in self.used}):
            cells = [str(self.used[form, category] or "–") for form in forms]
            out.append(f"| {category} | {' | '.join(cells)} |")
        return out + ["", *self.odd.lines(), "", "### Prices by weight",
                      "", *self.priced.lines(), "", "### Lacks as points", "",
                      *self.lacks.lines(), "", "### Called what they are not", "",
                      *self.misnamed.lines()[:150]]


if __name__ == "__main__":
    passing.alone(Suiting)
