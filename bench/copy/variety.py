#!/usr/bin/env python3
"""How unlike each other the scripts are: variety.py [WORK]"""

import random
import re
import statistics
from collections import Counter, defaultdict

import passing
from bleu import self_bleu
from grams import distance, shingles, units
from neighbours import Neighbours
from scripts import opening, said, voices

NEAR, SAMPLE, LIKE = 0.3, 200, 0.75
LOCALES = ("zh", "en")


class Variety:
    title = "Variety"

    def __init__(self, home):
        self.ids, self.skus, self.locales = [], [], []
        self.openings, self.spoken = [], []
        self.families = defaultdict(list)
        self.by_shelf = defaultdict(list)
        self.sentences = defaultdict(Counter)
        self.used = {name: Counter() for name in ("hook", "format", "angle", "tone")}

    def take(self, script, shop):
        index, locale, words = len(self.ids), script["locale"], said(script)
        self.ids.append(script["id"])
        self.skus.append(script["sku"])
        self.locales.append(locale)
        self.openings.append(opening(script))
        self.spoken.append(words)
        # Variants of one brief; the same product for search is another brief.
        priced = script["id"].endswith("-unpriced")
        self.families[locale, script["sku"], script["orientation"], priced].append(index)
        self.by_shelf[script["category"], locale].append(index)
        for voice in voices(script):
            for sentence in re.split(r"(?<=[。！？!?])\s*|(?<=\.)\s+", voice):
                self.sentences[locale][sentence.strip()] += bool(sentence.strip())
        for name, counter in self.used.items():
            counter[script.get(name) or "–"] += 1

    def near(self):
        """Nearest neighbours of other products, one language at a time."""
        result = {}
        for locale in LOCALES:
            members = [i for i, own in enumerate(self.locales) if own == locale]
            table = Neighbours()
            for index in members:
                table.add(shingles(self.spoken[index], locale))
            if members:
                best, pairs = table.nearest()
                result[locale] = best, {
                    (members[a], members[b]): far for (a, b), far in pairs.items()
                }
        return result

    def spread(self):
        """Within each family of variants: the least and the middle distance."""
        least, middle = [], []
        for (locale, *_), members in self.families.items():
            runs = [shingles(self.spoken[i], locale) for i in members]
            far = [distance(a, b) for n, a in enumerate(runs) for b in runs[n + 1 :]]
            if far:
                least.append(min(far))
                middle.append(statistics.median(far))
        return least, middle

    def bleus(self):
        result = {}
        for (category, locale), members in sorted(self.by_shelf.items()):
            chosen = self.sampled(members)
            score = self_bleu([units(self.spoken[i], locale) for i in chosen])
            if score is not None:
                result[category, locale] = score
        return result

    def sampled(self, members):
        """Of different products as long as there are any."""
        mixed, taken, rest = random.Random(1).sample(members, len(members)), {}, []
        for index in mixed:
            rest += [index] if taken.setdefault(self.skus[index], index) != index else []
        return (list(taken.values()) + rest)[:SAMPLE]

    def judge(self, bars):
        self.scores, self.distances, self.neighbours = self.bleus(), self.spread(), self.near()
        count = max(len(self.ids), 1)
        hooks, texts = len(set(self.openings)) / count, len(set(self.spoken)) / count
        least, middle = self.distances
        bars.add("distinct full texts", "at least 99 %", f"{texts:.1%} of {count}", texts >= 0.99)
        bars.add("distinct hooks", "at least 25 %", f"{hooks:.1%} of {count}", hooks >= 0.25)
        if least:
            share = sum(far < NEAR for far in least) / len(least)
            bars.add(
                f"products with two variants nearer than {NEAR}",
                "0",
                f"{share:.1%}; least {min(least):.2f}, median of the least "
                f"{statistics.median(least):.2f}, of the middle {statistics.median(middle):.2f}",
                not share,
            )
        for locale, (best, pairs) in self.neighbours.items():
            share = sum(far < NEAR for far in best) / len(best)
            bars.add(
                f"scripts with a neighbour nearer than {NEAR}, {locale}",
                "at most 1 %",
                f"{share:.1%}; {len(pairs)} pairs; median nearest "
                f"{statistics.median(best):.2f}",
                share <= 0.01,
            )
        for locale in LOCALES:
            scores = [score for (_, own), score in self.scores.items() if own == locale]
            if scores:
                bars.add(
                    f"self-BLEU, mean of categories, {locale}",
                    f"at most {LIKE}",
                    f"{statistics.mean(scores):.3f}; worst {max(scores):.3f}",
                    statistics.mean(scores) <= LIKE,
                )

    def lines(self):
        out = ["### Self-BLEU by category", "", "| category | zh | en |", "|---|---|---|"]
        for category in sorted({name for name, _ in self.scores}):
            cells = [
                f"{self.scores[category, own]:.3f}" if (category, own) in self.scores else "–"
                for own in LOCALES
            ]
            out.append(f"| {category} | {' | '.join(cells)} |")
        for locale in LOCALES:
            total = sum(self.sentences[locale].values())
            out += ["", f"### Sentences most often said, {locale} ({total})", ""]
            out += [
                f"- {count} × `{words}`" for words, count in self.sentences[locale].most_common(25)
            ]
        for name, counter in self.used.items():
            total = sum(counter.values())
            out += [
                "",
                f"### By {name}",
                "",
                ", ".join(f"{key} {count / total:.1%}" for key, count in counter.most_common()),
            ]
        for locale, (_, pairs) in self.neighbours.items():
            out += ["", f"### Nearest pairs, {locale}", ""]
            for (one, other), far in sorted(pairs.items(), key=lambda item: item[1])[:8]:
                out.append(
                    f"- {far:.2f} {self.ids[one]}, {self.ids[other]}: "
                    f"`{self.spoken[one][:90]}`".replace("\n", "⏎")
                )
        return out


if __name__ == "__main__":
    passing.alone(Variety)
