"""Scripts, posts and a shop made up for the tests."""

from pathlib import Path

HOME = Path(__file__).resolve().parents[2]
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
