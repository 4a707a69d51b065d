"""What a careful reader would strike out of a line: unfilled slots, stray signs, broken grammar."""

import re

# (kind, expression) for every text; the words around a match are shown.
ANY = [
    ("unfilled slot", re.compile(r"[{}]|\$\{|<[a-z_]+>")),
    (
        "word of a program",
        re.compile(
            r"(?<![A-Za-z_-])(?:nil|null|None|undefined|NaN|Optional\()(?![A-Za-z_])(?! of)"
        ),
    ),
    ("two spaces", re.compile(r"  ")),
    ("space at an end", re.compile(r"^\s|\s$")),
    (
        "signs in a row",
        re.compile(
            r"[，。；、：,;:]\s*[，。；、：！？,;:!?]|[。.]{2}(?<!\.\.\.)|[！!]{2}|[？?]{2}"
        ),
    ),
    ("sign at the start", re.compile(r"^[，。；、：！？,.;:!?)）]")),
    ("sign left hanging", re.compile(r"[，、；：,;:]\s*$")),
    ("space before a sign", re.compile(r"\s[，。；、：！？,.;:!?](?!\d)")),
    ("empty brackets", re.compile(r"\(\s*\)|（\s*）|“\s*”|\"\s*\"|「\s*」")),
]
ZH = [
    ("word twice", re.compile(r"(?<!一)(的|了|是|在|有|把|写|款|条|件|只|双|元|这)\1")),
    ("phrase twice", re.compile(r"([一-鿿]{3,})[，、的 ]?\1")),
    ("named by its own value", re.compile(r"(\d[\d.]*\s?[A-Za-z一-鿿]{1,3})那[款个只]是?\1")),
    ("western sign between Chinese", re.compile(r"[一-鿿][,;:!?](?=[一-鿿])")),
    ("name meets its own value", re.compile(r"([一-鿿]{2,4})(?:写的|是|有|：)\1")),
]
SINGULAR_S = {
    "dress",
    "compass",
    "glass",
    "canvas",
    "bus",
    "gas",
    "lens",
    "mess",
    "class",
    "less",
    "address",
    "plus",
    "bonus",
    "focus",
    "access",
    "press",
    "mattress",
    "chess",
    "fitness",
    "business",
    "ss",
    "stainless",
    "wireless",
    "cross",
    "moss",
    "brass",
    "process",
    "size",
    "series",
}
PLURALS = (
    "shoes boots sandals loafers sneakers slippers sunglasses leggings earrings chinos briefs "
    "trunks "
    "goggles bands earbuds towels curtains pencils blocks wipes diapers treats bags cloths sponges "
    "cookies bars oranges avocados strawberries potatoes tails apples jeans trousers shorts socks "
    "gloves headphones pants tights glasses"
).split()
THIS = (
    rf"\bth(?:is|at) (?:(?!with |for |of |on |in |and )[\w'-]+ ){{0,2}}?(?:{'|'.join(PLURALS)})\b"
    r"(?! (?:case|rack|set|bag|box|pack|mat|bed))")
EN = [
    (
        "a before a vowel",
        re.compile(
            r"\b[Aa] (?!one\b|once\b|uni|use|usu|eu|ewe|u[ -]|uk\b|us\b|US|UK|UPF)"
            r"[aeiouAEIOU]\w"
        ),
    ),
    (
        "an before a consonant",
        re.compile(
            r"\b[Aa]n (?!hour|honest|heir|[FHLMNRSX]\b|[FHLMNRSX][A-Z\d]|8|11|18)"
            r"(?![aeiouAEIOU])[A-Za-z]"
        ),
    ),
    ("this with a plural", re.compile(THIS, re.I)),
    (
        "verb and number",
        re.compile(
            r"\b(?:these|they|those) (?:[\w'-]+ )?is\b|\b(?:it|this) are\b"
            r"|\bthey (?:does|has|comes|looks)\b"
            rf"|\b(?:{'|'.join(PLURALS)}) (?:is|comes|has|does)\b",
            re.I,
        ),
    ),
    ("word twice", re.compile(r"\b(\w{2,}) \1\b", re.I)),
    ("Chinese in English", re.compile(r"[一-鿿]")),
]
THESE = re.compile(r"\b[Tt]hese (\w+)\b(?: \w+)?")
SENTENCE = re.compile(r"(?:^|[.!?]\s+|\n)([a-z][\w'-]*)")
INNER = re.compile(r"(?<=[a-z,;] )([A-Z][a-z]+)\b")
MONTHS = set(
    "January February March April May June July August September October November December "
    "Christmas Easter Halloween Valentine Thanksgiving".split())
# Words that are written so wherever they stand.
KEEP_LOWER = re.compile(r"(?:i[A-Z]|e[A-Z]|pH|mm|cm|ml|kg|oz|lb|ft|in|qt|gsm)")


def around(text, match, room=14):
    return text[max(0, match.start() - room) : match.end() + room]


def names(product):
    """Words that the catalogue itself writes with a capital."""
    parts = [product["title"], product.get("brand", ""), *product["attributes"].values()]
    parts += product["selling_points"] + product["audience"] + product["scenes"]
    parts += product.get("team", {}).get("copy", [])
    return set(re.findall(r"[A-Za-z][\w']*", " ".join(map(str, parts))))


def blemishes(text, locale, own=frozenset(), kind="voice"):
    """(kind, words) of all that is wrong with one text; `own` are words with a capital."""
    found = [
        (name, around(text, match))
        for name, expression in ANY + (ZH if locale == "zh" else EN)
        for match in [expression.search(text)]
        if match
    ]
    for mark in ("()", "（）", "“”", "「」", "[]"):
        if text.count(mark[0]) != text.count(mark[1]):
            found.append(("bracket without its other", text))
    if locale == "en":
        found += english(text, own, kind)
    return found


def english(text, own, kind):
    found = []
    if kind in ("voice", "caption", "cta"):
        for match in SENTENCE.finditer(text):
            if not KEEP_LOWER.match(match[1]):
                found.append(("small letter begins a sentence", around(text, match)))
                break
        for match in INNER.finditer(text):
            # A shop's own capitals are its own; a noun of a pattern has none.
            if kind == "voice" and match[1] not in own and match[1] not in MONTHS:
                found.append(("capital within a sentence", around(text, match)))
                break
    for match in THESE.finditer(text):
        word = match[1].lower()
        if match.group(0).count(" ") == 1 and not word.endswith(("s", "e", "n")):
            found.append(("these with a singular", around(text, match)))
    return found
