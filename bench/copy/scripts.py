"""What the program has written: shops, scripts, and every text in them with its place."""

import json
from dataclasses import dataclass
from pathlib import Path

BEAT_KEYS = ("voice", "caption", "title", "sticker")
POST_KEYS = ("title", "caption", "cover_text", "cta")


class Shop:
    """A workspace with its products and scripts."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.locale = self.folder.name
        made = json.loads((self.folder / "work/products.json").read_text())
        self.products = {product["sku"]: product for product in made["products"]}

    def scripts(self):
        """In the order of their names, one at a time: all of them need not fit in memory."""
        for path in sorted((self.folder / "work/scripts").glob("*/*.json")):
            yield json.loads(path.read_text())


@dataclass
class Text:
    place: str
    words: str
    # Of its beat or post.
    facts: list
    # None for what all platforms of the script see.
    platform: str = None


def texts(script):
    """Every text that a buyer hears or reads."""
    for index, beat in enumerate(script["beats"]):
        place = f"beats[{index}]."
        for key in BEAT_KEYS:
            if beat.get(key):
                yield Text(place + key, beat[key], beat["facts"])
        for key, words in (beat.get("offer") or {}).items():
            if words:
                yield Text(f"{place}offer.{key}", words, beat["facts"])
    for platform, post in script["post"].items():
        for key in POST_KEYS:
            if post.get(key):
                yield Text(f"post.{platform}.{key}", post[key], post["facts"], platform)
        for index, tag in enumerate(post["hashtags"]):
            yield Text(f"post.{platform}.hashtags[{index}]", tag, post["facts"], platform)


def voices(script):
    return [beat["voice"] for beat in script["beats"] if beat["voice"]]


def said(script):
    """All that is spoken, a beat a line."""
    return "\n".join(voices(script))


def opening(script):
    """The hook's words, spoken or, where it is silent, shown."""
    beat = next((beat for beat in script["beats"] if beat["role"] == "hook"), script["beats"][0])
    return beat["voice"] or beat.get("title") or beat["caption"]
