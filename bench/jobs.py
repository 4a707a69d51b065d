"""The jobs: what is measured, against whom, and how the outputs are compared."""

import os
import shutil

import measure
import quality
import rivals
from ours import WORK, Workspace


def turns(contenders, runs, say):
    """Everybody in turn, `runs` times; who begins changes with each round."""
    names = list(contenders)
    costs = {name: [] for name in names}
    for index in range(runs):
        for name in names[index % len(names):] + names[:index % len(names)]:
            cost = contenders[name]()
            say(f"  run {index + 1} {name}: {cost['cpu']:.1f} s of CPU, {cost['wall']:.1f} s")
            costs[name].append(cost)
    return costs


def log(name):
    return os.path.join(WORK, name + ".log")


def command(words, name):
    return lambda: measure.run(words, log(name))


def out(name):
    return os.path.join(WORK, name + ".mp4")


def single(preset, runs, absent, say):
    """One 15-s draft: ours, three rivals, and the floor with its parts."""
    ours = Workspace(f"single-{preset}", "single", preset=preset)
    edit = ours.edits()[0]
    plain = Workspace("single-lossless", "single", crf=0)
    plain.render()
    exact = plain.edits()[0]
    raw = os.path.join(WORK, "composed.yuv")
    measure.run(rivals.compose(plain.draft(exact), raw), log("compose"))
    folder = os.path.join(WORK, f"rivals-{preset}")
    os.makedirs(folder, exist_ok=True)
    makers = {
        "ffmpeg": lambda edit, path: rivals.ffmpeg([edit], [path]),
        "melt": lambda edit, path: rivals.melt(edit, path, folder),
        "moviepy": lambda edit, path: rivals.moviepy(edit, path, folder),
    }
    makers = {name: maker for name, maker in makers.items() if name not in absent}
    paths = {name: os.path.join(folder, name + ".mp4") for name in [*makers, "x264 alone"]}
    contenders = {"shopreel": ours.cold}
    for name, maker in makers.items():
        contenders[name] = command(maker(edit, paths[name]), name)
    contenders["x264 alone"] = command(rivals.floor(edit, raw, paths["x264 alone"]), "floor")
    contenders["decode only"] = command(rivals.decode_only(edit), "decode")
    contenders["decode and scale"] = command(rivals.scale_only(edit), "scale")
    seen = set()
    costs = turns(contenders | {"shopreel": lambda: noted(ours, ours.cold, seen)}, runs, say)
    result = {"costs": costs, "equal": len(seen) == 1, "failed": ours.failed_checks(),
              "outputs": {}}
    mine, own = ours.draft(edit), plain.draft(exact)
    result["outputs"]["shopreel"] = judged(mine, own, edit)
    result["outputs"]["x264 alone"] = judged(paths["x264 alone"], own, edit)
    for name, maker in makers.items():
        reference = os.path.join(folder, name + "-lossless.mp4")
        measure.run(maker(exact, reference), log(name))
        found = judged(paths[name], reference, edit)
        found["like_ours"] = quality.mean(quality.likeness(paths[name], mine))
        result["outputs"][name] = found
        os.remove(reference)
    os.remove(raw)
    result["commands"] = {
        name: " ".join(map(str, maker(edit, paths[name]))) for name, maker in makers.items()}
    return result


def noted(workspace, render, seen):
    """Renders, and remembers what bytes came out."""
    cost = render()
    seen.add(tuple(workspace.hashes().items()))
    return cost


def judged(path, reference, edit):
    values = quality.likeness(path, reference)
    return quality.facts(path) | {
        "ssim": quality.mean(values), "dip": quality.dip(values, edit),
        "expected_frames": rivals.frames(edit)}


def canvases(preset, runs, say):
    """The same edit on three canvases against one command with `split` and against three."""
    ours = Workspace(f"canvases-{preset}", "canvases", preset=preset)
    edits = ours.edits()
    paths = [out(f"canvas-{edit['platform']}") for edit in edits]
    apart = [rivals.ffmpeg([edit], [path]) for edit, path in zip(edits, paths)]
    together = rivals.ffmpeg(edits, paths)
    costs = turns({
        "shopreel": ours.cold,
        "ffmpeg, three commands": lambda: measure.add(
            [measure.run(words, log("apart")) for words in apart]),
        "ffmpeg, one with split": command(together, "split"),
    }, runs, say)
    outputs = [
        quality.facts(ours.draft(edit)) | {
            "platform": edit["platform"], "expected_frames": rivals.frames(edit),
            "like_ours": quality.mean(quality.likeness(path, ours.draft(edit)))}
        for edit, path in zip(edits, paths)]
    return {"costs": costs, "outputs": outputs, "failed": ours.failed_checks(),
            "commands": {"ffmpeg": " ".join(map(str, together))}}


def fifteen(preset, runs, say):
    """Fifteen drafts against one; then a price, a hook, a file's name, a post on the warm store."""
    one = Workspace(f"one-{preset}", "single", preset=preset)
    ours = Workspace(f"fifteen-{preset}", "fifteen", preset=preset)
    workspaces = {"one draft": one, "fifteen drafts": ours}
    costs = {}
    equal = {"warm": True, "renamed": True, "post": True}
    for index in range(runs):
        for name, workspace in workspaces.items():
            workspace.lay_out()
            record(costs, name, workspace.cold(), say)
            known = workspace.hashes()
            price = {"price": f"¥{69 + index}"}
            steps = {
                "price": price, "hook": price | {"hook": f"第{index + 1}次，怎么挑？"},
            }
            for step, change in steps.items():
                workspace.lay_out(**change)
                record(costs, f"{name}, {step} changed", workspace.render(), say)
            workspace.lay_out(**steps["hook"], clip=f"renamed-{index}.mp4")
            before = workspace.hashes()
            record(costs, f"{name}, a file renamed", workspace.render(), say)
            equal["renamed"] &= before == workspace.hashes()
            before = workspace.hashes()
            workspace.lay_out(
                **steps["hook"], clip=f"renamed-{index}.mp4", post=f"新的文案 {index}")
            record(costs, f"{name}, post text changed", workspace.render(), say)
            equal["post"] &= before == workspace.hashes()
            record(costs, f"{name}, nothing changed", workspace.render(), say)
            if index == 0:
                workspace.lay_out(**price)
                workspace.render()
                warm = workspace.hashes()
                workspace.cold()
                equal["warm"] &= warm == workspace.hashes()
    return {"costs": costs, "equal": equal, "failed": ours.failed_checks(),
            "shares": {"price": 75 / 450, "hook": 90 / 450}}


def record(costs, name, cost, say):
    say(f"  {name}: {cost['cpu']:.1f} s of CPU, {cost['wall']:.1f} s")
    costs.setdefault(name, []).append(cost)


def hevc(preset, runs, say):
    """Six drafts over one 4K HEVC range against six commands and against one with `split`."""
    ours = Workspace(f"hevc-{preset}", "hevc", preset=preset)
    edits = ours.edits()
    paths = [out(f"hevc-{edit['platform']}") for edit in edits]
    costs = turns({
        "shopreel": ours.cold,
        "ffmpeg, six commands": lambda: measure.add([
            measure.run(rivals.ffmpeg([edit], [path]), log("six"))
            for edit, path in zip(edits, paths)]),
        "ffmpeg, one with split": command(rivals.ffmpeg(edits, paths), "six-split"),
        "decode only": command(rivals.decode_only(edits[0]), "hevc-decode"),
    }, runs, say)
    outputs = [
        quality.facts(ours.draft(edit)) | {
            "platform": edit["platform"], "expected_frames": rivals.frames(edit),
            "like_ours": quality.mean(quality.likeness(path, ours.draft(edit)))}
        for edit, path in zip(edits, paths)]
    return {"costs": costs, "outputs": outputs, "failed": ours.failed_checks()}


def thousand(count, runs, say):
    """Many finished drafts that nothing has changed."""
    ours = Workspace(f"finished-{count}", "thousand", count=count, preset="ultrafast")
    first = ours.render()
    say(f"  made: {first['wall']:.1f} s")
    return {"count": count, "costs": turns({"shopreel": ours.render}, max(3, runs), say)}


def batch(small, large, runs, say):
    """Peak memory of a batch and of one ten times as long."""
    def cold(count):
        workspace = Workspace(f"batch-{count}", "batch", count=count, preset="superfast")
        cost = workspace.cold()
        shutil.rmtree(workspace.folder)
        return cost
    costs = turns({str(count): (lambda count=count: cold(count)) for count in (small, large)},
                  runs, say)
    return {"small": small, "large": large, "costs": costs}
