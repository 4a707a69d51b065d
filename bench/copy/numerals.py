"""Numbers as they stand in copy: figures, and amounts in words."""

import re
from decimal import Decimal, InvalidOperation

FIGURE = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
# 一 alone counts nothing: 看一眼, 一条的价.
HAN = re.compile(
    r"(?<![第几多上下])([二两三四五六七八九十百千万半][一二三四五六七八九十百千万半零点]*|十[一二三四五六七八九]?)"
    r"(?=[个条件双只袋包盒瓶片支张块把套枚粒颗斤克米升年月天周小层格种步次遍秒分元折倍成档色人件款道])")
DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2}
PLACES = {"十": 10, "百": 100, "千": 1000, "万": 10000}
ENGLISH = {word: i for i, word in enumerate(
    "two three four five six seven eight nine ten eleven twelve".split(), 2)} | {
        "dozen": 12, "twenty": 20, "thirty": 30, "fifty": 50, "hundred": 100, "thousand": 1000}
WORDS = re.compile(rf"\b({'|'.join(ENGLISH)})\b", re.IGNORECASE)


def value(figure):
    try:
        return Decimal(figure.replace(",", ""))
    except InvalidOperation:
        return None


def figures(text):
    """(as written, value) of every run of digits."""
    return [(found[0], value(found[0])) for found in FIGURE.finditer(text)]


def amounts(text, locale):
    """(as written, value) of every amount in words."""
    if locale == "zh":
        return [(found[1], han(found[1])) for found in HAN.finditer(text)]
    return [(found[1], Decimal(ENGLISH[found[1].lower()])) for found in WORDS.finditer(text)]


def han(words):
    if words == "半":
        return Decimal("0.5")
    total = part = 0
    for letter in words.split("点")[0]:
        if letter in DIGITS:
            part = DIGITS[letter]
        elif letter in PLACES:
            total += (part or 1) * PLACES[letter]
            part = 0
        else:
            part += Decimal("0.5")
    return Decimal(total + part)


def values(text, locale):
    """Every number of a text, however it is written."""
    found = {number for _, number in figures(text)} | {
        number for _, number in amounts(text, locale)}
    return found - {None}
