"""The report: bars in words, every cost with its spread, a plot, commands, machine."""

import html
import json
import os

import bars as judging


def write(folder, results, machine, absent):
    rows = judging.judge(results)
    with open(os.path.join(folder, "report.json"), "w") as file:
        json.dump({"machine": machine, "absent": absent, "bars": rows, "results": results}, file,
                  indent=1, ensure_ascii=False)
    with open(os.path.join(folder, "report.svg"), "w") as file:
        file.write(plot(results))
    with open(os.path.join(folder, "report.md"), "w") as file:
        file.write(text(results, rows, machine, absent))
    return rows


def text(results, rows, machine, absent):
    held = sum(row["pass"] for row in rows)
    lines = ["# Benchmark", "",
             f"{held} of {len(rows)} bars hold. Ratios are ours / the other's, run by run: median "
             "(least–most). CPU is user and system time of all processes; memory is the largest "
             "process's peak. Everybody ran in turn on the same cores.", "",
             "![CPU seconds](report.svg)", "", "| bar | limit | measured | |", "|---|---|---|---|"]
    lines += [f"| {row['bar']} | {row['limit']} | {row['measured']} | "
              f"{'holds' if row['pass'] else '**falls short**'} |" for row in rows]
    for title, costs in tables(results):
        lines += ["", f"## {title}", ""] + table(costs)
    for preset, result in results.get("single", {}).items():
        lines += ["", f"## What came out ({preset})", ""] + quality_table(result["outputs"])
    lines += ["", "## Machine", ""] + [f"- {key}: {value}" for key, value in machine.items()]
    lines += [f"- absent: {name} ({how})" for name, how in absent.items()]
    for job in ("single", "canvases"):
        for preset, result in list(results.get(job, {}).items())[:1]:
            for name, words in result["commands"].items():
                lines += ["", f"## {name}'s command, {job} ({preset})", "", "```", words, "```"]
    return "\n".join(lines) + "\n"


def tables(results):
    names = {"single": "One draft of 15 s", "canvases": "Three canvases",
             "fifteen": "Fifteen drafts, and changes", "hevc": "Six drafts of one 4K HEVC range"}
    for job, title in names.items():
        for preset, result in results.get(job, {}).items():
            yield f"{title} ({preset})", result["costs"]
    if "thousand" in results:
        yield f"{results['thousand']['count']} finished drafts", results["thousand"]["costs"]
    if "batch" in results:
        yield "Batches (by number of drafts)", results["batch"]["costs"]


def table(costs):
    first = next(iter(costs))
    lines = [f"| | CPU s | / {first} | wall s | peak MB |", "|---|---|---|---|---|"]
    base = judging.median(costs, first, "cpu")
    for name in costs:
        cpu = judging.spread([cost["cpu"] for cost in costs[name]])
        lines.append(
            f"| {name} | {cpu['median']:.2f} ({cpu['min']:.2f}–{cpu['max']:.2f}) "
            f"| {cpu['median'] / base:.3f} | {judging.median(costs, name, 'wall'):.2f} "
            f"| {judging.median(costs, name, 'rss'):.0f} |")
    return lines


def quality_table(outputs):
    lines = ["SSIM of luma is to the same tool's own frames without loss; a dip is how far the "
             "worst frame within three of a border lies under the median frame.", "",
             "| | frames | seconds | picture kB | SSIM | deepest dip | SSIM to ours |",
             "|---|---|---|---|---|---|---|"]
    for name, found in outputs.items():
        like = f"{found['like_ours']:.4f}" if "like_ours" in found else ""
        lines.append(
            f"| {name} | {found['frames']} | {found['seconds']:.3f} "
            f"| {found['picture_bytes'] / 1000:.0f} | {found['ssim']:.4f} "
            f"| {found['dip']['depth']:.4f} (frame {found['dip']['frame']}) | {like} |")
    return lines


def plot(results):
    """Bars of CPU seconds with a whisker from least to most, one group a job."""
    rows, y = [], 10
    for title, costs in tables(results):
        if title.startswith("Batches") or "finished" in title:
            continue
        rows.append(f"<text x='10' y='{y + 18}' class='h'>{html.escape(title)}</text>")
        y += 28
        most = max(cost["cpu"] for values in costs.values() for cost in values)
        for name, values in costs.items():
            cpu = judging.spread([cost["cpu"] for cost in values])
            scale = 480 / most
            colour = "#e8352b" if name.startswith(("shopreel", "one", "fifteen")) else "#8a94a0"
            low, high = 290 + cpu["min"] * scale, 290 + cpu["max"] * scale
            rows.append(
                f"<text x='280' y='{y + 13}' text-anchor='end'>{html.escape(name)}</text>"
                f"<rect x='290' y='{y + 2}' width='{cpu['median'] * scale:.1f}' height='14' "
                f"fill='{colour}'/><path d='M{low:.1f} {y + 9}H{high:.1f}' stroke='#222'/>"
                f"<text x='{high + 6:.1f}' y='{y + 13}'>{cpu['median']:.1f} s</text>")
            y += 20
        y += 14
    return (f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 860 {y}' width='860' "
            f"font-family='sans-serif' font-size='12'><style>.h{{font-weight:bold;font-size:14px}}"
            f"</style><rect width='860' height='{y}' fill='#fff'/>{''.join(rows)}</svg>\n")
