"""How long copy takes to say: figures, prices and units read out first, then counted."""

import re
from functools import lru_cache

HAN = "零一二三四五六七八九"
UNITS = {
    "cm": "厘米",
    "mm": "毫米",
    "m": "米",
    "km": "公里",
    "kg": "公斤",
    "g": "克",
    "mg": "毫克",
    "l": "升",
    "ml": "毫升",
    "w": "瓦",
    "v": "伏",
    "mah": "毫安时",
    "db": "分贝",
    "h": "小时",
    "min": "分钟",
    "s": "秒",
    "gsm": "克",
    "°c": "摄氏度",
    "%": "",
}
SPAN = re.compile(
    r"(?P<money>[¥￥])?(?<![\d.])(?P<figure>\d+(?:,\d{3})*(?:\.\d+)?)"
    r"(?P<unit>%|°c|mah|cm|mm|km|kg|mg|ml|db|gsm|min|[mglwvhs](?![a-z]))?(?P<yuan>元|块)?",
    re.IGNORECASE,
)
ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()
MONEY = {
    "$": ("dollars", "cents"),
    "€": ("euros", "cents"),
    "£": ("pounds", "pence"),
    "¥": ("yuan", "fen"),
}
ENGLISH = re.compile(r"(?P<money>[$€£¥])?(?P<figure>\d+(?:,\d{3})*(?:\.\d+)?)(?P<unit>%)?")


def han(number):
    """1204: 一千二百零四."""
    if number == 0:
        return HAN[0]
    for size, name in ((10**8, "亿"), (10**4, "万")):
        if number >= size:
            high, low = divmod(number, size)
            gap = HAN[0] if low and low < size // 10 else ""
            head = "两" if high == 2 else han(high)
            return head + name + gap + (han(low) if low else "")
    text, zero = "", False
    for size, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, size)
        if digit:
            text += (HAN[0] if zero else "") + (
                "" if size == 10 and digit == 1 and not text else HAN[digit]
            )
            text += name
            zero = False
        elif text and number:
            zero = True
    return text


def figure_zh(match):
    """One figure with its unit: ¥39.9 三十九块九, 1.5L 一点五升, 95% 百分之九十五."""
    whole, _, part = match["figure"].replace(",", "").partition(".")
    serial = len(whole) > 1 and (whole[0] == "0" or len(whole) > 8)
    read = "".join(HAN[int(d)] for d in whole) if serial else han(int(whole))
    unit = UNITS.get((match["unit"] or "").lower(), "")
    if match["money"] or match["yuan"]:
        tail = "".join(HAN[int(d)] for d in part.rstrip("0"))
        return read + "块" + tail
    if part:
        read += "点" + "".join(HAN[int(d)] for d in part)
    elif read == "二" and unit:
        read = "两"
    return ("百分之" + read) if match["unit"] == "%" else read + unit


def spoken_zh(text):
    text = re.sub(r"(\d)\s*[-–~～—]\s*(?=\d)", r"\1到", text)
    text = re.sub(r"(?<=[\d克升米gGlLm])\s*[×xX*]\s*(?=\d)", "乘", text)
    return SPAN.sub(figure_zh, text)


def vowels(word):
    groups = len(re.findall(r"[aeiouy]+", word.lower()))
    return max(1, groups - (word.lower().endswith("e") and groups > 1))


def syllables(text):
    """Of Chinese copy; capitals are spelled, other Latin words count their vowels."""
    spoken, count = spoken_zh(text), 0
    for part in re.findall(r"[A-Za-z]+|[一-鿿]|[℃+÷=]", spoken):
        if part.isascii() and part.isalpha():
            known = UNITS.get(part.lower())
            count += len(known) if known else len(part) if part.isupper() else vowels(part)
        else:
            count += {"℃": 3}.get(part, 1)
    return count


def english(number):
    """1204: one thousand two hundred four."""
    for size, name in (
        (10**9, "billion"),
        (10**6, "million"),
        (1000, "thousand"),
        (100, "hundred"),
    ):
        if number >= size:
            high, low = divmod(number, size)
            return english(high) + [name] + (english(low) if low else [])
    if number < 20:
        return [ONES[number]]
    return [TENS[number // 10]] + ([ONES[number % 10]] if number % 10 else [])


def figure_en(match):
    whole, _, part = match["figure"].replace(",", "").partition(".")
    words = english(int(whole)) if len(whole) < 10 else list(whole)
    if match["money"]:
        many, few = MONEY[match["money"]]
        words.append(many)
        if part and int(part):
            words += ["and"] + english(int(part.ljust(2, "0")[:2])) + [few]
    elif part:
        words += ["point"] + [ONES[int(d)] for d in part]
    return f" {' '.join(words)} {'percent' if match['unit'] else ''} "


def words(text):
    """Of English copy: 19.99 dollars are six, see-through is two."""
    read = re.sub(r"(?<=\d)-(?=\d)", " to ", text)
    read = ENGLISH.sub(figure_en, read)
    read = (
        re.sub(r"(?<=\s)[x×](?=\s)", " by ", read).replace("&", " and ").replace("°", " degrees ")
    )
    return len(re.findall(r"[A-Za-z]+(?:['’][A-Za-z]+)?", read))


PACE = {"zh": 4.3, "en": 2.5}


@lru_cache(maxsize=200_000)
def units(text, locale):
    return syllables(text) if locale == "zh" else words(text)


def seconds(text, locale):
    return units(text, locale) / PACE[locale]
