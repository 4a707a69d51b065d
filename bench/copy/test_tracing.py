"""The tracer is shown claims without facts, facts without cells, and sums that are wrong."""

import sys
import tempfile
import unittest
from decimal import Decimal
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
sys.path.insert(0, str(HERE.parent))
import formulas  # noqa: E402
from cells import Cells, holds  # noqa: E402
from faulty import HOME, Shop, beat, fact, script  # noqa: E402
from numerals import amounts, values  # noqa: E402
from trace import Trace, attribute_words  # noqa: E402


class NumberTests(unittest.TestCase):
    def test_reads_amounts_in_words(self):
        self.assertEqual(
            values("三种背法，十二袋，39.90元", "zh"),
            {3, 12, Decimal("39.9")},
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

    def test_reads_dates(self):
        cells = [("活动截止", "2026-11-18")]
        self.assertIsNone(formulas.fault("2026-11-18 = 11月18日", "到11月18日", cells))
        self.assertIsNotNone(formulas.fault("2026-11-18 = 11月19日", "到11月19日", cells))

    def test_runs_no_code(self):
        self.assertIsNone(formulas.computed("__import__('os')"))
        self.assertIsNone(formulas.computed("9**9**9 ("))


if __name__ == "__main__":
    unittest.main()
