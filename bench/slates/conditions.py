"""The torture: every condition at its strengths, as specifications of clips.

A specification: size, fps, seconds, plate, shows (cards with `text`, `start`, `end`, `at`,
`module` in pixels, and damage), light, noise, cast, encode; and the truth: `truth`, stretches
with the shot that is filmed in each, or None; `limits`, whether the design says that it is read.
"""

UPRIGHT, WIDE, WIDE4K, UPRIGHT4K = (1080, 1920), (1920, 1080), (3840, 2160), (2160, 3840)


def x264(crf=23, preset="ultrafast", *more):
    return ["-c:v", "libx264", "-preset", preset, "-crf", str(crf), "-threads", "2", *more]


# What a slate must be to be read for certain. Written down before anything was measured.
LIMITS = """
- 3 pixels a module or more, in the picture reduced to 1920 pixels' longer side
- defocus: a Gaussian's deviation of a third of a module at most
- motion blur: one module long at most
- tilted out of the picture's plane by 45 degrees at most; any turn within it
- light: paper and ink at least 40 levels apart, noise's deviation a quarter of that at most
- print: contrast of a fifth at least
- glare that burns out 5 % of the code at most
- a tenth of the code covered at most, finder patterns free
- CRF 36 with 4 pixels a module or more (x264 veryfast)
- bent by 0.7 radians to either side at most
- held still for half a second or more
- a phone's screen with beats of a third of its contrast at most
"""


def strengths():
    """Condition → list of (strength's name, changes to the show, changes to the clip, in limits)."""
    table = {}

    def add(name, cases):
        table[name] = cases

    add("angle", [(f"{a}°", {"angle": a}, {}, True)
                  for a in (10, 30, 45, 60, 75, 90, 120, 150, 210, 270, 315)])
    add("tilt", [(f"{a}°", {"tilt": (a * s, a * 0.4)}, {}, a <= 45)
                 for a, s in ((20, 1), (30, -1), (45, 1), (55, -1), (65, 1))])
    add("dim", [(f"light {l} noise {n}", {}, {"light": l, "noise": n}, ok) for l, n, ok in (
        (0.5, 8, True), (0.3, 12, True), (0.25, 10, True), (0.2, 8, True), (0.15, 10, False),
        (0.1, 6, False))])
    add("noise", [(f"{n}", {}, {"noise": n}, True) for n in (15, 30, 45)])
    add("glare", [(f"{s:.0%} {w}", {"glare": (s, p)}, {}, s <= 0.05) for s, p, w in (
        (0.03, (0.1, 0.1), "middle"), (0.05, (0.3, 0.25), "corner"), (0.1, (0, 0.1), "middle"),
        (0.2, (0.05, 0), "middle"), (0.1, (-0.3, 0.3), "finder"))])
    add("motion", [(f"{m} modules", {"motion": m, "heading": h}, {}, m <= 1) for m, h in (
        (0.5, 10), (1, 30), (1, 90), (1.5, 0), (2, 45), (3, 20))])
    add("defocus", [(f"{d} modules", {"defocus": d}, {}, d <= 0.34)
                    for d in (0.2, 0.33, 0.5, 0.65, 0.8)])
    add("compression", [(f"crf {c}, {m} px", {"module": m},
                         {"encode": x264(c, "veryfast")}, m >= 4 or c < 30)
                        for c, m in ((28, 6), (32, 5), (36, 8), (36, 5), (36, 4), (36, 3))])
    add("bit rate", [(f"{k} kbit/s", {"module": m}, {"encode": [
        "-c:v", "libx264", "-preset", "veryfast", "-b:v", f"{k}k", "-maxrate", f"{k}k",
        "-bufsize", f"{k}k"]}, ok) for k, m, ok in ((800, 6, True), (300, 7, False))])
    add("module", [(f"{m} px", {"module": m}, {}, m >= 3)
                   for m in (2, 2.5, 3, 3.5, 4, 5, 6, 8, 12)])
    add("module wide", [(f"{m} px", {"module": m}, {"size": WIDE}, m >= 3)
                        for m in (2, 3, 4, 8, 12)])
    add("4K", [(f"{m} px", {"module": m}, {"size": s, "fps": 24, "seconds": 5.5}, m >= 6)
               for m, s in ((4, WIDE4K), (6, WIDE4K), (8, UPRIGHT4K), (20, WIDE4K))])
    add("phone", [
        ("screen", {"kind": "phone"}, {}, True),
        ("beats 0.3", {"kind": "phone", "moire": 0.3}, {}, True),
        ("beats 0.6", {"kind": "phone", "moire": 0.6}, {}, False),
        ("dark page", {"kind": "inverted"}, {}, True),
        ("dark page, small", {"kind": "inverted", "module": 4}, {}, True),
        ("dark page in dim light", {"kind": "inverted", "angle": 20}, {"light": 0.4}, True)])
    add("curl", [(f"{c} rad", {"curl": c}, {}, c <= 0.7) for c in (0.3, 0.5, 0.7, 0.9)])
    add("short", [(f"{s} s", {"end": 0.3 + s}, {}, s >= 0.5) for s in (0.25, 0.5, 1, 2)])
    add("hand", [(f"{m} px", {"enter": 2.5, "module": m, "end": 2.4}, {}, True)
                 for m in (4, 6, 9)])
    add("mirrored", [(f"{a}°", {"mirrored": True, "angle": a}, {}, True) for a in (0, 15, 270)])
    add("print", [(f"contrast {c}", {"contrast": c}, {}, c >= 0.2) for c in (0.5, 0.3, 0.2, 0.1)])
    add("cast", [(n, {}, {"cast": c}, True) for n, c in (
        ("tungsten", (-40, 30)), ("green tube", (-25, -30)), ("blue night", (45, -20)))])
    add("fps", [(f"{f}", {}, {"fps": f, "seconds": 5}, True) for f in (24, 25, 50, 60)])
    add("covered corner", [(f"{c:.0%}", {"cover": (c, "corner")}, {}, c <= 0.1)
                           for c in (0.05, 0.1, 0.15)])
    add("covered", [(f"{c:.0%} of it", {"cover": (c, "side")}, {}, False) for c in (0.4, 0.5)])
    add("variable rate", [("30 → ~17", {}, {"encode": x264(
        23, "ultrafast", "-vf", "select=not(mod(n\\,4))+gt(random(3)\\,0.5)", "-fps_mode",
        "vfr")}, True)])
    add("interlaced", [(f"{m} px", {"module": m, "enter": 1.5}, {
        "size": WIDE, "fps": 50, "suffix": ".mts", "encode": x264(
            20, "ultrafast", "-vf", "tinterlace=interleave_top,setfield=tff", "-flags",
            "+ilme+ildct", "-x264opts", "tff=1")}, True) for m in (5, 8)])
    add("turned by metadata", [(f"{t}°", {"angle": a}, {"size": WIDE, "turn": t}, True)
                               for t, a in ((90, 0), (180, 180), (270, 0))])
    return table
