#!/usr/bin/env python3
"""Order, lengths and pace of beats against measured advertisements: rhythm.py [WORK]

The table is craft.md's, 79 Chinese goods ads: mean position of a labelled moment, 0 start, 1 end.
"""

import statistics
from collections import defaultdict

import passing
import speech
from findings import Findings
from ranks import spearman
from scripts import opening

# Role → the mean of the labels that do what the role does.
TABLE = {
    "hook": 0.24,  # conflict question: what ads open with
    "pain": 0.31,  # target crowd .30, rhetorical question .32: whose trouble it is
    "reveal": 0.32,  # product introduced
    "point": 0.525,  # detail .45, whole .48, in use .53, worn .56, function .56, advantage .57
    "proof": 0.627,  # quality .62, comparison .62, certification .64
    "offer": 0.705,  # price offer .69, free gift .72
    "cta": 0.88,  # appeal .84, purchase instruction .92
}
HOOK = {"zh": 13, "en": 8}
# Letters a second, all of them: what a reader of captions keeps up with.
READING = {"zh": 9, "en": 20}
BREATH = 0.5


def positions(script):
    """Role → mean of its beats' middles, as a part of the running time."""
    found = defaultdict(list)
    for beat in script["beats"]:
        middle = (beat["start"] + beat["duration"] / 2) / max(script["duration"], 0.1)
        found[beat["role"]].append(middle)
    return {role: statistics.mean(values) for role, values in found.items()}


def shown(script):
    """Second at which the product is first in the picture; troubles do not show it."""
    clock = {index: beat["start"] for index, beat in enumerate(script["beats"])}
    for shot in sorted(script["shots"], key=lambda shot: shot["beat"]):
        start = clock[shot["beat"]]
        clock[shot["beat"]] += shot["duration"]
        role = script["beats"][shot["beat"]]["role"]
        if role != "pain" and "-pain" not in shot["id"]:
            return start
    return None


def estimate(script):
    """Seconds that a script takes: its speech, and a breath for every picture."""
    spoken = sum(speech.seconds(beat["voice"], script["locale"]) for beat in script["beats"])
    return spoken + BREATH * len(script["shots"])


class Rhythm:
    title = "Order and rhythm"

    def __init__(self, home):
        self.places = {
            "discovery": defaultdict(list),
            "search": defaultdict(list),
            "private": defaultdict(list),
        }
        self.orders, self.ctas, self.offers, self.inside = [], [], [], []
        self.seen, self.off, self.breaths = [], [], []
        self.hooks, self.readable, self.lengths, self.fits = [], [], [], []
        self.faults = Findings()
        self.durations = []

    def take(self, script, shop):
        found = positions(script)
        for role, place in found.items():
            self.places[script["orientation"]][role].append(place)
        self.captions(script)
        self.opened(script)
        if script["orientation"] != "discovery":
            return
        roles = [role for role in TABLE if role in found]
        if len(roles) >= 4:
            self.orders.append(spearman([found[r] for r in roles], [TABLE[r] for r in roles]) or 0)
        self.called(script)
        self.timed(script)

    def called(self, script):
        beats, total = script["beats"], max(script["duration"], 0.1)
        first = next((beat for beat in beats if beat["role"] == "cta"), None)
        at = first["start"] / total if first else None
        self.ctas.append(at is not None and at >= 0.67)
        if not self.ctas[-1]:
            self.faults.add("call before 67 %, or none", script, "", f"{at}")
        for index, beat in enumerate(beats):
            if beat["role"] == "offer":
                inside = 0.22 <= beat["start"] / total <= 0.76
                beside = index + 1 < len(beats) and beats[index + 1]["role"] == "cta"
                self.inside.append(inside)
                self.offers.append(inside or beside)
        at = shown(script)
        self.seen.append(at is not None and at <= 3.0)
        if not self.seen[-1]:
            self.faults.add("product after 3 s", script, "", f"{at}")

    def timed(self, script):
        given = max(script["duration"], 0.1)
        self.durations.append(given)
        need = estimate(script)
        self.off.append((need - given) / given)
        if abs(self.off[-1]) > 0.08:
            self.faults.add(
                "speech and time differ by more than 8 %",
                script,
                "",
                f"{need:.1f} s to say, {given:.1f} s given",
            )
        self.lengths += [shot["duration"] for shot in script["shots"]]
        for index, beat in enumerate(script["beats"]):
            if beat["voice"]:
                need = speech.seconds(beat["voice"], script["locale"])
                self.fits.append(need <= beat["duration"] + 0.05)
                if not self.fits[-1]:
                    self.faults.add(
                        "line longer than its beat",
                        script,
                        f"beats[{index}]",
                        f"{need:.1f} s in {beat['duration']} s: {beat['voice']}",
                    )

    def opened(self, script):
        if not script["hook"].startswith("team"):
            words, limit = opening(script), HOOK[script["locale"]]
            count = speech.units(words, script["locale"])
            self.hooks.append(count <= limit)
            if count > limit:
                self.faults.add(
                    f"hook longer than {limit} ({script['locale']})",
                    script,
                    "",
                    f"{count}: {words}",
                )

    def captions(self, script):
        for index, beat in enumerate(script["beats"]):
            if beat["caption"]:
                pace = len(
                    beat["caption"].replace(" ", "" if script["locale"] == "zh" else " ")
                ) / max(beat["duration"], 0.1)
                self.readable.append(pace <= READING[script["locale"]])
                if not self.readable[-1]:
                    self.faults.add(
                        "caption too fast to read",
                        script,
                        f"beats[{index}]",
                        f"{pace:.1f}/s: {beat['caption']}",
                    )

    def judge(self, bars):
        means = {role: statistics.mean(v) for role, v in self.places["discovery"].items()}
        roles = [role for role in TABLE if role in means]
        whole = spearman([means[r] for r in roles], [TABLE[r] for r in roles]) or 0
        bars.add(
            "order of beats, Spearman of the means with the table",
            "at least 0.8",
            f"{whole:.2f} over {len(roles)} roles",
            whole >= 0.8,
        )
        self.share(
            bars,
            "scripts whose own order has Spearman ≥ 0.8",
            0.9,
            [value >= 0.8 for value in self.orders],
        )
        self.share(bars, "first call at 67 % of the time or later", 1, self.ctas)
        self.share(
            bars,
            "offers between 22 and 76 %, or right before the call",
            1,
            self.offers,
            f"; {part(self.inside):.1%} between 22 and 76 %",
        )
        self.share(bars, "product in the picture by 3.0 s", 0.8, self.seen)
        self.share(
            bars,
            "speech within 8 % of the time given",
            1,
            [abs(value) <= 0.08 for value in self.off],
            f"; median {middle(self.off):+.1%}" if self.off else "",
        )
        self.share(bars, "lines no longer than their beats", 1, self.fits)
        self.share(bars, "hooks of 13 syllables or 8 words at most", 1, self.hooks)
        self.share(bars, "captions slow enough to be read", 1, self.readable)
        if len(self.lengths) > 3:
            low, mid, high = statistics.quantiles(self.lengths, n=4)
            bars.add(
                "shot lengths, quartiles, s",
                "1.4–3.2, median 1.9–2.6",
                f"{low:.2f} / {mid:.2f} / {high:.2f}",
                low >= 1.4 and high <= 3.2 and 1.9 <= mid <= 2.6,
            )

    @staticmethod
    def share(bars, text, limit, values, more=""):
        if values:
            bars.add(
                text,
                "all" if limit == 1 else f"at least {limit:.0%}",
                f"{part(values):.1%} of {len(values)}{more}",
                part(values) >= limit,
            )

    def lines(self):
        out = [
            "Mean middles of beats; the table's below.",
            "",
            "| | " + " | ".join(TABLE) + " |",
            "|---|" + "---|" * len(TABLE),
        ]
        for orientation, found in self.places.items():
            if found:
                cells = [
                    f"{statistics.mean(found[role]):.2f}" if role in found else "–"
                    for role in TABLE
                ]
                out.append(f"| {orientation} | {' | '.join(cells)} |")
        out.append("| table | " + " | ".join(f"{value:.2f}" for value in TABLE.values()) + " |")
        if len(self.durations) > 3:
            low, mid, high = statistics.quantiles(self.durations, n=4)
            out += [
                "",
                f"Running time of discovery scripts, quartiles: {low:.1f} / {mid:.1f} / "
                f"{high:.1f} s.",
            ]
        return out + ["", *self.faults.lines()]


def part(values):
    return sum(values) / max(len(values), 1)


def middle(values):
    return statistics.median(values) if values else 0.0


if __name__ == "__main__":
    passing.alone(Rhythm)
