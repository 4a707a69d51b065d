"""Clips put together: damaged slates with their truth, and what the rules of filing are about."""

import random

from codes import STRANGERS, payload, with_bad_check
from conditions import UPRIGHT, WIDE, strengths, x264


class Scenes:
    """Makes specifications camera by camera; each camera begins with a plain slate."""

    def __init__(self, workspace, shots):
        self.workspace = workspace
        self.shots = shots
        self.turn = 0
        self.clips = []

    def shot(self):
        self.turn += 1
        return self.shots[(self.turn * 7) % len(self.shots)]

    def text(self, code):
        return payload(self.workspace, code)

    def clip(self, camera, condition, strength, shows, truth, limits, **changes):
        number = len(self.clips)
        size = changes.pop("size", UPRIGHT if number % 3 else WIDE)
        spec = {"condition": condition, "strength": strength, "camera": camera, "size": size,
                "fps": 30, "seconds": 6.0, "plate": number * 5 + 1, "seed": number + 11,
                "encode": x264(), "suffix": ".mp4", "gap": 60, "shows": shows, "truth": truth,
                "limits": limits}
        spec.update(changes)
        for show in shows:
            show.setdefault("at", (int(spec["size"][0] * 0.48), int(spec["size"][1] * 0.46)))
            show.setdefault("module", 9 if min(spec["size"]) >= 1080 else 5)
        self.clips.append(spec)
        return spec

    def show(self, shot, start=0.3, end=1.8, **changes):
        return dict({"text": shot["payload"], "label": shot["id"], "start": start, "end": end},
                    **changes)

    def lead(self, camera, **changes):
        """A plain slate: what later clips of the camera would wrongly inherit."""
        shot = self.shot()
        self.clip(camera, "plain", "lead", [self.show(shot, 0.2, 1.1)],
                  [stretch(1.1, 3.0, shot, 0)], True, size=(540, 960), fps=24, seconds=3.0,
                  **changes)
        return shot

    def damaged(self):
        for condition, cases in strengths().items():
            camera = condition.replace(" ", "-")
            self.lead(camera)
            for strength, change, changes, limits in cases:
                shot = self.shot()
                show = self.show(shot, **change)
                seconds = changes.get("seconds", 6.0)
                self.clip(camera, condition, strength, [show],
                          [stretch(show["end"], seconds, shot, 0)], limits, **changes)

    def mixed(self, count):
        """A bit of everything, within the limits."""
        chance = random.Random(7)
        for index in range(count):
            camera = f"mixed-{index // 12}"
            if index % 12 == 0:
                self.lead(camera)
            shot = self.shot()
            module = chance.uniform(3.5, 10)
            show = self.show(
                shot, module=module, angle=chance.uniform(-180, 180), end=chance.uniform(1, 2.2),
                tilt=(chance.uniform(-30, 30), chance.uniform(-20, 20)),
                defocus=chance.uniform(0, 0.2), motion=chance.choice([0, 0, chance.uniform(0, 0.6)]),
                heading=chance.uniform(0, 180), contrast=chance.uniform(0.6, 1))
            self.clip(camera, "mixed", f"{index}", [show], [stretch(show["end"], 5.0, shot, 0)],
                      True, seconds=5.0, fps=chance.choice([24, 25, 30]),
                      light=chance.uniform(0.4, 1), noise=chance.uniform(0, 8),
                      encode=x264(chance.randint(20, 30)))

    def rules(self):
        self._tails()
        self._several()
        self._nothing()
        self._strangers()
        self._cards()
        self._cameras()

    def _tails(self):
        self.lead("tail")
        for angle in (165, 180, 200):
            shot = self.shot()
            self.clip("tail", "tail", f"{angle}°", [self.show(shot, 4.2, 5.7, angle=angle)],
                      [stretch(0, 4.2, shot, 0, by="tail-slate")], True)
        shot = self.shot()
        shows = [self.show(shot), self.show(shot, 4.4, 5.7, angle=180)]
        self.clip("tail", "tail", "head and tail", shows, [stretch(1.8, 4.4, shot, 0)], True)
        shot = self.shot()
        self.clip("tail", "tail", "half covered", [
            self.show(shot, 4.2, 5.7, angle=180, cover=(0.45, "side"))],
            [stretch(0, 4.2, shot, 0, by="tail-slate")], False)

    def _several(self):
        self.lead("several")
        for count, module in ((2, 9), (2, 4), (3, 6), (4, 3.5)):
            shots = [self.shot() for _ in range(count)]
            shows = [self.show(s, 0.3 + i * 4, 1.5 + i * 4, module=module)
                     for i, s in enumerate(shots)]
            truth = [stretch(1.5 + i * 4, 4.3 + i * 4, s, i) for i, s in enumerate(shots)]
            truth[-1]["end"] -= 0.3
            self.clip("several", "several", f"{count}, {module} px", shows, truth, True,
                      seconds=count * 4.0)
        shots = [self.shot(), self.shot()]
        for cover in (0.45, 0.6):
            shows = [self.show(shots[0]), self.show(shots[1], 5, 6.5, cover=(cover, "side"))]
            self.clip("several", "second covered", f"{cover:.0%}", shows, [
                stretch(1.8, 5, shots[0], 0), stretch(6.5, 10, shots[1], 1)], False, seconds=10.0)
        self.lead("late")
        for at in (8.5, 10):
            before = self._last("late")
            shot = self.shot()
            self.clip("late", "late slate", f"at {at} s", [self.show(shot, at, at + 1.5)], [
                stretch(0, at, before, None, by="inherited"), stretch(at + 1.5, at + 4, shot, 0)],
                True, seconds=at + 4)

    def _last(self, camera):
        """The shot of the camera's last slate."""
        for clip in reversed(self.clips):
            if clip["camera"] == camera:
                named = [s["shot"] for s in clip["truth"] if s["shot"] and s["slate"] is not None]
                if named:
                    return next(s for s in self.shots if s["id"] == named[-1])
        return None

    def _nothing(self):
        shot = self.lead("none")
        for gap in (60, 240):
            self.clip("none", "no slate", f"after {gap} s", [],
                      [stretch(0, 6, shot, None, by="inherited")], True, gap=gap)
        self.clip("none", "no slate", "half an hour later", [],
                  [stretch(0, 6, None, None, reason="no slate")], True, gap=1800)

    def _strangers(self):
        shot = self.lead("strangers")
        small = {"kind": "bare", "level": "M"}
        inherited = [stretch(0, 6, shot, None, by="inherited")]
        for name, text in STRANGERS.items():
            show = dict({"text": text, "start": 0.5, "end": 6.0, "module": 6}, **small)
            self.clip("strangers", "strangers' codes", name, [show], list(inherited), True)
        blurred = dict({"text": STRANGERS["url"], "start": 0.0, "end": 6.0, "module": 4,
                        "defocus": 0.8}, **small)
        self.clip("strangers", "strangers' codes", "blurred pack", [blurred], list(inherited), True)
        many = [dict({"text": t, "start": 0.2, "end": 3.0, "module": 5, "at": p}, **small)
                for t, p in ((STRANGERS["url"], (250, 400)), (STRANGERS["wifi"], (800, 500)))]
        shot = self.shot()
        many.append(self.show(shot, 0.2, 1.7, at=(540, 1300), module=7))
        self.clip("strangers", "strangers' codes", "two beside ours", many,
                  [stretch(1.7, 6, shot, 2)], True, size=UPRIGHT)
        for name, text in (("url", STRANGERS["url"]), ("wechat", STRANGERS["wechat"])):
            shot = self.shot()
            pack = dict({"text": text, "start": 2.4, "end": 6.0, "module": 3, "defocus": 0.7,
                         "angle": 8}, **small)
            self.clip("strangers", "a pack's code in the take", name, [self.show(shot), pack],
                      [stretch(1.8, 6, shot, 0)], True)
        self.lead("yesterday")
        foreign = {"id": "elsewhere", "payload": payload("ZZ9Z", "1A2B3C4")}
        gone = {"id": "gone", "payload": self.text("0000000")}
        bad = {"id": "bad", "payload": with_bad_check(self.shots[0]["payload"])}
        for name, slate, reason in (("another workspace", foreign, "another workspace"),
                                    ("of no listed shot", gone, "no shot in the list"),
                                    ("bad checksum", bad, "not be read")):
            self.clip("yesterday", "slate not ours", name, [self.show(slate)],
                      [stretch(1.8, 6, None, None, reason=reason)], True)

    def _cards(self):
        self.lead("cards")
        for mark, module in (("OK", 9), ("NG", 6), ("KEEP", 4)):
            shot = self.shot()
            card = dict(text=self.text(mark), label=mark, start=4.6, end=5.8, module=module)
            self.clip("cards", "mark cards", f"{mark}, {module} px", [self.show(shot), card],
                      [stretch(1.8, 4.6, shot, 0, status=mark.lower())], True)
        self.lead("takes")
        shot = self.shot()
        for take in (1, 2, 3):
            self.clip("takes", "one slate, three takes", f"take {take}", [self.show(shot)],
                      [stretch(1.8, 5, shot, 0)], True, seconds=5.0)

    def _cameras(self):
        """Two cameras side by side, in one folder, told apart by their files' names."""
        a, b = self.lead("pair/A", gap=0), self.lead("pair/B", gap=0)
        for camera, shot in (("pair/A", a), ("pair/B", b), ("pair/A", a)):
            self.clip(camera, "two cameras", camera[-1], [],
                      [stretch(0, 5, shot, None, by="inherited")], True, seconds=5.0)


def stretch(start, end, shot, slate, by="slate", status="unmarked", reason=None):
    return {"start": start, "end": end, "shot": shot["id"] if shot else None, "slate": slate,
            "by": by, "status": status, "reason": reason}
