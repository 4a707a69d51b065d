"""Variety and rhythm are shown copies, disorder and lines that do not fit."""

import random
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
sys.path.insert(0, str(HERE.parent))
import products  # noqa: E402
import speech  # noqa: E402
from bleu import self_bleu  # noqa: E402
from faulty import HOME, ROLES, Shop, beat, script  # noqa: E402
from grams import distance, shingles  # noqa: E402
from neighbours import Neighbours  # noqa: E402
from passing import judging  # noqa: E402
from ranks import spearman  # noqa: E402
from rhythm import Rhythm, estimate, positions, shown  # noqa: E402
from variety import Variety  # noqa: E402


class VarietyTests(unittest.TestCase):
    def test_distance_is_by_runs(self):
        self.assertEqual(distance(shingles("面料凑近看", "zh"), shingles("面料，凑近看", "zh")), 0)
        self.assertEqual(
            distance(shingles("one two three", "en"), shingles("four five six", "en")), 1
        )

    def test_self_bleu_tells_copies_from_others(self):
        copies = [list("这条连衣裙凑近看面料和走线")] * 5
        others = [
            list(text)
            for text in ("春江潮水连海平", "海上明月共潮生", "滟滟随波千万里", "何处春江无月明")
        ]
        self.assertAlmostEqual(self_bleu(copies), 1.0)
        self.assertLess(self_bleu(others), 0.3)

    def test_neighbours_are_met_among_many(self):
        rng = random.Random(3)
        many = [{str(rng.randrange(10**6)) for _ in range(60)} for _ in range(300)]
        twin = set(list(sorted(many[7]))[:55]) | {"x", "y"}
        table = Neighbours()
        for runs in [*many, twin]:
            table.add(runs)
        best, pairs = table.nearest()
        self.assertEqual(list(pairs), [(7, 300)])
        self.assertLess(best[7], 0.3)
        self.assertEqual(best[8], 1.0)

    def test_judges_variants_that_are_alike(self):
        tool, bars = Variety(HOME), judging.Bars()
        for n in range(4):
            tool.take(script(id=f"A-{n}"), Shop())
        tool.judge(bars)
        passed = {row["bar"]: row["pass"] for row in bars.rows}
        self.assertFalse(passed["distinct full texts"])
        self.assertFalse(passed["products with two variants nearer than 0.3"])
        self.assertFalse(passed["scripts with a neighbour nearer than 0.3, zh"])
        self.assertEqual(tool.sentences["zh"]["看这里"], 28)


class SpeechTests(unittest.TestCase):
    def test_reads_figures_out(self):
        for text, count in (
            ("¥39.9", 5),
            ("39.9元", 5),
            ("1.5L", 4),
            ("95%棉", 7),
            ("1204", 6),
            ("20000mAh", 5),
            ("500克", 3),
            ("看这里，别眨眼", 6),
            ("10袋", 2),
            ("USB", 3),
        ):
            self.assertEqual(speech.syllables(text), count, text)
        for text, count in (
            ("$19.99", 6),
            ("1,204 ml", 6),
            ("See-through?", 2),
            ("95% cotton", 4),
            ("$20", 2),
        ):
            self.assertEqual(speech.words(text), count, text)


class RhythmTests(unittest.TestCase):
    def judged(self, *made):
        tool, bars = Rhythm(HOME), judging.Bars()
        for one in made:
            tool.take(one, Shop())
        tool.judge(bars)
        return {row["bar"]: row["pass"] for row in bars.rows}, tool

    def test_spearman(self):
        self.assertAlmostEqual(spearman([1, 2, 3], [4, 5, 9]), 1)
        self.assertAlmostEqual(spearman([1, 2, 3], [9, 5, 4]), -1)
        self.assertIsNone(spearman([1, 1], [1, 2]))

    def test_sound_order_holds_and_reversed_order_does_not(self):
        name = "order of beats, Spearman of the means with the table"
        self.assertTrue(self.judged(script())[0][name])
        backwards = script([beat(role, 2.0 * i) for i, role in enumerate(reversed(ROLES))])
        passed, _ = self.judged(backwards)
        self.assertFalse(passed[name])
        self.assertFalse(passed["first call at 67 % of the time or later"])

    def test_an_early_offer_away_from_the_call_falls_short(self):
        made = script(
            [beat(role, 2.0 * i) for i, role in enumerate(["offer", "hook", "point", "cta"])]
        )
        self.assertFalse(
            self.judged(made)[0]["offers between 22 and 76 %, or right before the call"]
        )

    def test_troubles_do_not_show_the_product(self):
        late = script([beat("pain", 0, duration=4.0, shots=[]), beat("reveal", 4.0)])
        late["shots"] = [
            {"id": "A-pain-x", "beat": 0, "duration": 4.0},
            {"id": "A-r", "beat": 1, "duration": 2.0},
        ]
        self.assertEqual(shown(late), 4.0)
        self.assertEqual(shown(script()), 0)

    def test_speech_that_does_not_fit_is_found(self):
        long = beat("hook", 0, "这一句话实在太长了两秒钟里谁也说不完它的")
        passed, tool = self.judged(script([long]))
        self.assertFalse(passed["lines no longer than their beats"])
        self.assertFalse(passed["hooks of 13 syllables or 8 words at most"])
        self.assertFalse(passed["speech within 8 % of the time given"])
        self.assertGreater(estimate(script([long])), 5)

    def test_captions_too_fast_and_shots_too_long_are_found(self):
        fast = beat("hook", 0, caption="这一行字幕实在太长了两秒钟里谁也读不完它的")
        passed, _ = self.judged(script([fast] + [beat("point", 2.0, duration=9.0)] * 4))
        self.assertFalse(passed["captions slow enough to be read"])
        self.assertFalse(passed["shot lengths, quartiles, s"])

    def test_positions_are_middles(self):
        self.assertAlmostEqual(positions(script())["hook"], 1 / 14)


class ProductsTests(unittest.TestCase):
    def test_equal_counts_give_equal_bytes_and_no_product_twice(self):
        with tempfile.TemporaryDirectory() as place:
            for name in ("one", "two"):
                products.make(Path(place, name), 160)
            files = sorted(Path(place, "one").rglob("*.csv"))
            titles = []
            for file in files:
                other = Path(place, "two") / file.relative_to(Path(place, "one"))
                self.assertEqual(file.read_bytes(), other.read_bytes())
                if "shots" not in file.name:
                    titles += [
                        line.split(",")[1]
                        for line in file.read_text(encoding="utf-8-sig").splitlines()[1:]
                    ]
            self.assertEqual(len(titles), 160)
            self.assertEqual(len(set(titles)), 160)


if __name__ == "__main__":
    unittest.main()
