"""What must hold, and what was measured: one sentence each."""

import statistics

SSIM_NOISE = 0.0005


def ratios(costs, mine, other, what):
    """Run by run: each pair was measured one after the other."""
    return [a[what] / b[what] for a, b in zip(costs[mine], costs[other])]


def spread(values):
    return {"median": statistics.median(values), "min": min(values), "max": max(values)}


def median(costs, name, what):
    return statistics.median(cost[what] for cost in costs[name])


class Bars:
    def __init__(self):
        self.rows = []

    def ratio(self, text, values, limit):
        found = spread(values)
        self.add(text, f"at most {limit:.3g}",
                 f"{found['median']:.3f} ({found['min']:.3f}–{found['max']:.3f})",
                 found["median"] <= limit)

    def both(self, text, costs, mine, other, limit):
        for what, name in (("cpu", "CPU"), ("wall", "wall time")):
            self.ratio(f"{text}, {name}", ratios(costs, mine, other, what), limit)

    def holds(self, text, passed, seen):
        self.add(text, "holds", seen, passed)

    def add(self, text, limit, measured, passed):
        self.rows.append({"bar": text, "limit": limit, "measured": measured, "pass": bool(passed)})


def judge(results):
    bars = Bars()
    for preset, result in results.get("single", {}).items():
        single(bars, preset, result)
    for preset, result in results.get("canvases", {}).items():
        bars.both(f"three canvases / one ffmpeg command with split ({preset})", result["costs"],
                  "shopreel", "ffmpeg, one with split", 0.97)
        outputs(bars, f"three canvases ({preset})", result)
    for preset, result in results.get("fifteen", {}).items():
        fifteen(bars, preset, result)
    for preset, result in results.get("hevc", {}).items():
        # A crop of 1215 pixels lies between ffmpeg's even ones: half a pixel beside it.
        outputs(bars, f"six drafts of 4K HEVC ({preset})", result, 0.95)
    if "thousand" in results:
        result = results["thousand"]
        walls = [cost["wall"] for cost in result["costs"]["shopreel"]]
        bars.add(f"nothing to do on {result['count']} finished drafts", "under 1 s",
                 f"{statistics.median(walls):.2f} s", statistics.median(walls) < 1)
    if "batch" in results:
        result = results["batch"]
        bars.ratio(
            f"peak memory, {result['large']} drafts / {result['small']}",
            ratios(result["costs"], str(result["large"]), str(result["small"]), "rss"), 1.2)
    return bars.rows


def single(bars, preset, result):
    costs = result["costs"]
    if "ffmpeg" in costs:
        bars.both(f"one cold draft / ffmpeg's one command ({preset})", costs, "shopreel", "ffmpeg",
                  0.95)
        ours, theirs = result["outputs"]["shopreel"], result["outputs"]["ffmpeg"]
        bars.add(f"SSIM to the composed frames, less ffmpeg's ({preset})",
                 f"at least 0, noise of {SSIM_NOISE} aside",
                 f"{ours['ssim'] - theirs['ssim']:+.4f} ({ours['ssim']:.4f}, {theirs['ssim']:.4f})",
                 ours["ssim"] >= theirs["ssim"] - SSIM_NOISE)
        size = ours["picture_bytes"] / theirs["picture_bytes"]
        bars.add(f"bytes of picture / ffmpeg's ({preset})", "within 3 %", f"{size:.3f}",
                 abs(size - 1) <= 0.03)
        bars.add(f"same picture as ffmpeg's ({preset})", "SSIM at least 0.97",
                 f"{theirs['like_ours']:.4f}", theirs["like_ours"] >= 0.97)
    alone = result["outputs"]["x264 alone"]
    ours = result["outputs"]["shopreel"]
    bars.holds(f"dip at borders no deeper than x264's own by 0.005 ({preset})",
               ours["dip"]["depth"] <= alone["dip"]["depth"] + 0.005,
               f"{ours['dip']['depth']:.4f} at frame {ours['dip']['frame']}; x264 alone "
               f"{alone['dip']['depth']:.4f} at frame {alone['dip']['frame']}")
    bars.holds(f"cold runs give equal bytes ({preset})", result["equal"],
               f"{len(costs['shopreel'])} runs")
    outputs(bars, f"one draft ({preset})",
            {"outputs": [ours], "failed": result["failed"]})


def outputs(bars, name, result, likeness=0.97):
    counts = [(found["frames"], found["expected_frames"]) for found in result["outputs"]]
    bars.holds(f"frames as planned: {name}", all(a == b for a, b in counts),
               ", ".join(str(a) for a, _ in counts))
    likes = [found["like_ours"] for found in result["outputs"] if "like_ours" in found]
    if likes:
        bars.add(f"same picture as ffmpeg's: {name}", f"SSIM at least {likeness}",
                 ", ".join(f"{like:.4f}" for like in likes), min(likes) >= likeness)
    checks(bars, name, result)


def checks(bars, name, result):
    bars.holds(f"every file passes its checks: {name}", not result["failed"],
               "; ".join(result["failed"][:4]) or "all pass")


def fifteen(bars, preset, result):
    costs = result["costs"]
    bars.both(f"fifteen drafts / one ({preset})", costs, "fifteen drafts", "one draft", 2.5)
    for change, share in result["shares"].items():
        name = f"one draft, {change} changed"
        bars.both(f"a {change} changed, shown for {share:.3f} of the draft, / cold ({preset})",
                  costs, name, "one draft", 1.3 * share)
    equal = result["equal"]
    for name, key in (("a file renamed", "renamed"), ("post text changed", "post")):
        encoded = sum(cost["encoded"] for cost in costs[f"one draft, {name}"]
                      + costs[f"fifteen drafts, {name}"])
        bars.holds(
            f"{name}: nothing encoded, bytes equal ({preset})", equal[key] and not encoded,
            f"{encoded:.1f} s encoded, {median(costs, f'one draft, {name}', 'cpu'):.2f} s of CPU "
            f"against {median(costs, 'one draft', 'cpu'):.1f} s cold")
    bars.holds(f"warm store and cold run give equal bytes ({preset})", equal["warm"],
               "one and fifteen drafts")
    checks(bars, f"fifteen drafts ({preset})", result)

