"""The scanner and the judge of lines are shown faulty texts, and sound ones to be left alone."""

import sys
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
sys.path.insert(0, str(HERE.parent))
import passing  # noqa: E402
from blemishes import blemishes  # noqa: E402
from faulty import HOME, Shop, beat, post, script  # noqa: E402
from scan import Scan  # noqa: E402
from scripts import texts  # noqa: E402
from suiting import Suiting  # noqa: E402
from terms import Terms  # noqa: E402


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
        return {name for name, _ in blemishes(text, locale, kind=kind)}

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
            ("1.3L那款是1.3L", "named by its own value"), ("面料,好", "western sign between Chinese"),
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
            "A USB-C cable.", "Don't skip this step with curtains.",
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


class SuitingTests(unittest.TestCase):
    def test_finds_forms_that_do_not_suit(self):
        tool = Suiting(HOME)
        for form, category in [("taste-test", "shoes"), ("try-on", "kitchen"),
                               ("taste-test", "snacks"), ("demo", "kitchen")]:
            tool.take(script(format=form, category=category), Shop())
        self.assertEqual(set(tool.odd.counts), {"taste-test for shoes", "try-on for kitchen"})


    def test_finds_products_called_what_they_are_not(self):
        told = {"text": "电磁炉", "field": "title", "source": "c.csv:2 商品名称"}
        shop, tool = Shop(), Suiting(HOME)
        for word in ("炒锅", "电磁炉"):
            shop.products["A"]["category_evidence"] = [{"field": "category", "text": word}]
            tool.take(script([beat("reveal", 0, "这台电磁炉", [told])]), shop)
        self.assertEqual(dict(tool.misnamed.counts), {"炒锅 called 电磁炉": 1})

    def test_finds_prices_by_weight_and_lacks(self):
        tool = Suiting(HOME)
        lack = {"text": "不可折叠", "field": "attributes.可折叠", "source": "c.csv:2 可折叠"}
        made = [beat("offer", 0, "折成每100克4.5元"), beat("point", 2, "不可折叠，折好再抖开", [lack])]
        tool.take(script(made, category="bags"), Shop())
        self.assertEqual((tool.priced.total(), tool.lacks.total()), (1, 1))
        tool.take(script(made[:1], category="snacks"), Shop())
        self.assertEqual(tool.priced.total(), 1)


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
