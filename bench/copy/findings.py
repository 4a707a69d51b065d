"""Faults found, counted by kind, some of each kept to be shown."""

from collections import Counter


class Findings:
    KEPT = 8

    def __init__(self):
        self.counts = Counter()
        self.examples = {}

    def add(self, kind, script, place, words):
        self.counts[kind] += 1
        kept = self.examples.setdefault(kind, {})
        # The same words once: a fault of one pattern should not hide the others.
        if len(kept) < self.KEPT:
            kept.setdefault(words, f"{script['id']} {place}")

    def total(self, kinds=None):
        return sum(count for kind, count in self.counts.items() if not kinds or kind in kinds)

    def lines(self):
        out = []
        for kind, count in self.counts.most_common():
            out += [f"- **{kind}**: {count}"]
            out += [f"  - `{words[:160]}` ({where})".replace("\n", "⏎")
                    for words, where in self.examples[kind].items()]
        return out or ["None."]
