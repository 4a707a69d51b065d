"""Each detector is shown faulty scripts that it must find, and sound ones that it must leave."""

import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
sys.path.insert(0, str(HERE.parent))
import formulas  # noqa: E402
import passing  # noqa: E402
import products  # noqa: E402
import speech  # noqa: E402
from blemishes import blemishes  # noqa: E402
from bleu import self_bleu  # noqa: E402
from cells import Cells, holds  # noqa: E402
from grams import distance, shingles  # noqa: E402
from neighbours import Neighbours  # noqa: E402
from numerals import amounts, values  # noqa: E402
from passing import judging  # noqa: E402
from rhythm import Rhythm, estimate, positions, shown, spearman  # noqa: E402
from scan import Scan  # noqa: E402
from scripts import texts  # noqa: E402
from terms import Terms  # noqa: E402
from trace import Trace, attribute_words  # noqa: E402
from variety import Variety  # noqa: E402

HOME = HERE.parents[1]
ROLES = ["hook", "pain", "reveal", "point", "proof", "offer", "cta"]


def fact(text, source="c.csv:2 售价", field="price", formula=None):
    return {"text": text, "field": field, "source": source} | (
        {"formula": formula} if formula else {}
    )


def beat(role, start, voice="看这里", facts=(), **more):
    return {
        "role": role,
        "start": start,
        "duration": 2.0,
        "voice": voice,
        "caption": "",
        "facts": list(facts),
        "shots": [f"A-{role}"],
    } | more


def script(beats=None, **more):
    beats = beats or [beat(role, 2.0 * i) for i, role in enumerate(ROLES)]
    shots = [
        {"id": f"A-{b['role']}", "beat": i, "duration": b["duration"]} for i, b in enumerate(beats)
    ]
    return {
        "id": "A-1",
        "sku": "A",
        "category": "snacks",
        "locale": "zh",
        "hook": "detail",
        "format": "demo",
        "orientation": "discovery",
        "duration": 2.0 * len(beats),
        "platforms": ["douyin"],
        "beats": beats,
        "shots": shots,
        "post": {},
    } | more


def post(**more):
    return {
        "title": "",
        "caption": "",
        "cover_text": "",
        "cta": "",
        "hashtags": [],
        "facts": [],
    } | more


class Shop:
    """A shop of one product, with the cells it was read from."""

    locale = "zh"

    def __init__(self, folder="."):
        self.folder = Path(folder)
        self.products = {
            "A": {
                "title": "香脆薯片",
                "category": "snacks",
                "attributes": {"口感": "酥脆掉渣", "净含量": "120克"},
                "selling_points": [],
                "audience": [],
                "scenes": [],
                "tags": [],
                "category_evidence": [],
            }
        }


class TermsTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.terms = Terms(HOME / "presets/compliance")

    def blocked(self, text, scopes=(), platforms=("douyin",)):
        return {
            term
            for term, _, severity in self.terms.hits(text, set(scopes), list(platforms))
            if severity == "block"
        }

    def test_finds_words_whatever_their_width_and_case(self):
        self.assertIn("国家级", self.blocked("这是国家级的面料"))
        self.assertIn("最佳", self.blocked("最\u200b佳选择"))
        self.assertTrue(self.blocked("TOP１ 好物"))

    def test_leaves_exceptions_alone(self):
        for text in ("最佳食用期写在背面", "第一步先拆开", "最近天气热", "一级能效"):
            self.assertFalse(self.blocked(text), text)

    def test_leaves_a_shop_s_own_range_alone(self):
        self.assertTrue(self.blocked("这是最先进的一款"))
        self.assertTrue(self.blocked("我们家是全国最先进的"))
        self.assertFalse(self.blocked("本店最先进的一款"))

    def test_holds_terms_to_their_category(self):
        row = next(
            r
            for r in self.terms.rows
            if r["category"] == "food"
            and r["severity"] == "block"
            and r["platform"] == "*"
            and not r["term"].startswith("re:")
        )
        self.assertIn(row["term"], self.blocked(row["term"], {"food"}))
        self.assertNotIn(row["term"], self.blocked(row["term"]))

    def test_sees_through_lookalikes_and_gaps(self):
        row = next(
            r
            for r in self.terms.rows
            if r["rule"] == "diversion"
            and "微信" in r["term"]
            and "douyin" in r["platform"]
            and r["severity"] == "block"
        )
        spaced = row["term"].replace("微", "薇").replace("信", " 信")
        self.assertTrue(self.blocked(spaced), spaced)

    def test_category_of_terms_comes_from_words_in_the_title(self):
        scopes = self.terms.matching.scopes(
            {"title": "益生菌粉 30条", "category": "snacks", "tags": [], "category_evidence": []}
        )
        self.assertIn("health_food", scopes)
        self.assertIn("food", scopes)


class ScanTests(unittest.TestCase):
    def scanned(self, made):
        tool = Scan(HOME)
        tool.take(made, Shop())
        return tool

    def test_finds_a_blocked_word_wherever_it_stands(self):
        for key in ("title", "caption", "cover_text", "cta"):
            made = script(post={"douyin": post(**{key: "国家级零食"})})
            self.assertEqual(self.scanned(made).blocked.total(), 1, key)
        self.assertEqual(
            self.scanned(script(post={"douyin": post(hashtags=["国家级"])})).blocked.total(), 1
        )
        for key in ("voice", "caption", "title", "sticker"):
            made = script([beat("hook", 0, **{"voice": "看", key: "国家级零食"})])
            self.assertEqual(self.scanned(made).blocked.total(), 1, key)
        offer = {"label": "国家级", "price": "¥9"}
        self.assertEqual(self.scanned(script([beat("offer", 0, offer=offer)])).blocked.total(), 1)

    def test_finds_contacts_and_prices_where_none_may_stand(self):
        self.assertTrue(self.scanned(script([beat("hook", 0, "打13812345678")])).blocked.total())
        self.assertTrue(
            self.scanned(script([beat("hook", 0, "加 vx: shop_12345")])).blocked.total()
        )
        priced = script([beat("offer", 0, "Only $9.99.")], platforms=["amazon"])
        self.assertTrue(self.scanned(priced).blocked.total())
        self.assertFalse(self.scanned(script([beat("offer", 0, "9.9元")])).blocked.total())

    def test_finds_captions_without_voice_and_beats_without_words(self):
        tool = self.scanned(script([beat("hook", 0, "", caption="看这里"), beat("cta", 2, "")]))
        self.assertEqual(
            set(tool.blemished.counts), {"caption without voice", "beat without any words"}
        )

    def test_leaves_a_sound_script_alone(self):
        tool = self.scanned(script())
        self.assertEqual((tool.blocked.total(), tool.blemished.total()), (0, 0))


class BlemishTests(unittest.TestCase):
    def kinds(self, text, locale="zh", kind="voice"):
        return {name for name, _ in blemishes(text, locale, None, kind)}

    def test_finds_what_a_reader_strikes_out(self):
        for text, kind in [
            ("这条{noun}", "unfilled slot"),
            ("重量nil克", "word of a program"),
            ("面料  看", "two spaces"),
            ("看这里，。", "signs in a row"),
            ("，看这里", "sign at the start"),
            ("面料写的，", "sign left hanging"),
            ("面料 ，看", "space before a sign"),
            ("面料（）", "empty brackets"),
            ("面料（棉", "bracket without its other"),
            ("这条的的面料", "word twice"),
            ("独立小包独立小包", "phrase twice"),
            ("面料,好", "western sign between Chinese"),
            ("面料写的面料棉", "name meets its own value"),
        ]:
            self.assertIn(kind, self.kinds(text), text)

    def test_finds_broken_english(self):
        for text, kind in [
            ("This is a apple.", "a before a vowel"),
            ("It is an bag.", "an before a consonant"),
            ("Look at this running shoes.", "this with a plural"),
            ("These is it.", "verb and number"),
            ("The shoes is here.", "verb and number"),
            ("Look. here it is.", "small letter begins a sentence"),
            ("See the the bag.", "word twice"),
            ("Here is the Dress.", "capital within a sentence"),
            ("面料 is cotton", "Chinese in English"),
        ]:
            self.assertIn(kind, self.kinds(text, "en"), text)

    def test_leaves_good_lines_alone(self):
        for text in (
            "A one-litre pot, an hour on the stove.",
            "A USB-C cable.",
            "These shoes are $59.90.",
            "This shoe rack is 4 tiers.",
            "An LED lamp.",
            "Is it see-through? Hold it up.",
        ):
            self.assertFalse(self.kinds(text, "en"), text)
        for text in (
            "这条裙子，走两步看",
            "39.9元一条，看好尺码再拍",
            "看看这里",
            "面料：棉95% 氨纶5%",
            "个个都称过",
        ):
            self.assertFalse(self.kinds(text), text)


class NumberTests(unittest.TestCase):
    def test_reads_amounts_in_words(self):
        self.assertEqual(
            values("三种背法，十二袋，39.90元", "zh"),
            {3, 12, __import__("decimal").Decimal("39.9")},
        )
        self.assertEqual(amounts("看一眼，百搭，第二步", "zh"), [])
        self.assertEqual(values("Twelve bags, two pockets", "en"), {12, 2})


class TraceTests(unittest.TestCase):
    def setUp(self):
        self.place = tempfile.TemporaryDirectory()
        Path(self.place.name, "c.csv").write_text(
            "商品名称,售价,规格,颜色,可折叠,净含量,划线价\n香脆薯片,39.9,12袋,米白;雾蓝,是,120,59.9\n",
            encoding="utf-8-sig",
        )
        self.cells = Cells(Path(self.place.name))

    def tearDown(self):
        self.place.cleanup()

    def traced(self, made):
        tool = Trace(HOME)
        tool.take(made, Shop(self.place.name))
        return tool

    def fault(self, text, column, field="attributes.x", formula=None, row=2):
        return Trace(HOME).fault(
            fact(text, f"c.csv:{row} {column}", field, formula), self.cells, "snacks"
        )

    def test_finds_numbers_that_no_fact_has(self):
        self.assertEqual(
            self.traced(script([beat("offer", 0, "只要19.9元", [fact("39.9元")])])).untold.total(),
            1,
        )
        self.assertEqual(self.traced(script([beat("point", 0, "三种口味")])).untold.total(), 1)
        self.assertEqual(
            self.traced(script([beat("point", 0, "9.9元", [fact("39.9元")])])).untold.total(), 1
        )
        self.assertEqual(
            self.traced(script([beat("offer", 0, "39.9元", [fact("39.9元")])])).untold.total(), 0
        )

    def test_finds_attributes_that_no_fact_has(self):
        self.assertEqual(self.traced(script([beat("point", 0, "酥脆掉渣，你听")])).loose.total(), 1)
        told = fact("酥脆掉渣", "c.csv:2 商品名称", "attributes.口感")
        self.assertEqual(
            self.traced(script([beat("point", 0, "酥脆掉渣，你听", [told])])).loose.total(), 0
        )

    def test_finds_values_only_as_whole_words_in_english(self):
        found = dict(attribute_words({"attributes": {"Fit": "slim"}}, "en"))
        self.assertFalse(found["slim"].search("a slimming cut"))
        self.assertTrue(found["slim"].search("a slim cut"))

    def test_opens_cells(self):
        for text, column in (
            ("39.9元", "售价"),
            ("¥39.9", "售价"),
            ("米白、雾蓝", "颜色"),
            ("12袋", "规格"),
            ("可折叠", "可折叠"),
            ("净含量120克", "净含量"),
            ("薯片", "商品名称"),
        ):
            self.assertIsNone(self.fault(text, column), text)
        for text, column in (
            ("49.9元", "售价"),
            ("墨绿", "颜色"),
            ("防水", "可折叠"),
            ("20袋", "规格"),
            ("9.9元", "售价"),
            ("香脆薯片礼盒", "商品名称"),
        ):
            self.assertIsNotNone(self.fault(text, column), text)

    def test_tells_units_apart(self):
        cells = [("净重", "2kg")]
        self.assertTrue(holds("净重2公斤", cells))
        self.assertFalse(holds("净重2克", cells))
        self.assertFalse(holds("净重20kg", cells))

    def test_names_what_is_wrong_with_a_source(self):
        self.assertIn("no such column", self.fault("39.9元", "价钱"))
        self.assertIn("no such row", self.fault("39.9元", "售价", row=9))
        self.assertIn("no column", Trace(HOME).fault(fact("x", "c.csv:2"), self.cells, "snacks"))
        self.assertIn(
            "no such file", Trace(HOME).fault(fact("x", "d.csv:2 售价"), self.cells, "snacks")
        )

    def test_recomputes(self):
        both = "售价; c.csv:2 规格"
        self.assertIsNone(self.fault("3.33元", both, formula="39.9 ÷ 12 ≈ 3.33"))
        self.assertIsNone(self.fault("20元", "售价; c.csv:2 划线价", formula="59.9 − 39.9 = 20"))
        self.assertIsNone(self.fault("2个颜色", "颜色", formula="米白、雾蓝 = 2"))
        for formula in (
            "39.9 ÷ 12 ≈ 3.53",
            "39.9 ÷ 11 ≈ 3.63",
            "39.9 ÷ 12 = 3.33",
            "nonsense",
            "39.9 ÷ 0 = 3",
        ):
            self.assertIsNotNone(self.fault("3.33元", both, formula=formula), formula)
        self.assertIsNotNone(self.fault("4元", both, formula="39.9 ÷ 12 ≈ 3.33"))

    def test_runs_no_code(self):
        self.assertIsNone(formulas.computed("__import__('os')"))
        self.assertIsNone(formulas.computed("9**9**9 ("))


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
        import random

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


class PassingTests(unittest.TestCase):
    def test_every_text_is_met_with_its_place(self):
        made = script(
            [
                beat(
                    "offer",
                    0,
                    caption="c",
                    title="t",
                    sticker="s",
                    offer={"label": "l", "price": "p", "reference": "r"},
                )
            ],
            post={
                "douyin": post(title="1", caption="2", cover_text="3", cta="4", hashtags=["5", "6"])
            },
        )
        self.assertEqual(
            [text.words for text in texts(made)],
            ["看这里", "c", "t", "s", "l", "p", "r", "1", "2", "3", "4", "5", "6"],
        )

    def test_bars_are_told(self):
        rows = [{"bar": "b", "limit": "l", "measured": "m", "pass": False}]
        self.assertIn("**falls short**", passing.told(rows)[-1])


if __name__ == "__main__":
    unittest.main()
