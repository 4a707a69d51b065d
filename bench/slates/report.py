"""The figures, as Markdown."""

from conditions import LIMITS


class Report:
    def __init__(self, outcomes, clips, took):
        self.outcomes, self.clips, self.took = outcomes, clips, took

    @property
    def text(self):
        return "\n".join([*self._head(), *self._table(), *self._failing(), *self._foot(), ""])

    def _head(self):
        counted = [o for o in self.outcomes if o.readable]
        right = sum(o.verdict == "right" for o in counted)
        wrong = [o for o in self.outcomes if o.verdict == "wrong"]
        share = right / max(1, len(counted))
        dirty = sum(bool(o.shown) for o in self.outcomes)
        lines = ["# Slates under torture", "",
                 f"{len(self.clips)} clips, {len(self.outcomes)} stretches, "
                 f"{len(counted)} of them readable.", "",
                 "| bar | figure | |", "|---|---|---|",
                 f"| readable filed right: 98 % | {share:.1%} ({right} of {len(counted)}) | "
                 f"{'holds' if share >= 0.98 else 'falls short'} |",
                 f"| filed wrong: 0 | {len(wrong)} | {'falls short' if wrong else 'holds'} |",
                 f"| takes with a slate in their range: 0 | {dirty} | "
                 f"{'falls short' if dirty else 'holds'} |"]
        odd = sum(bool(o.own) and bool(o.remarks) and o.verdict == "right" for o in self.outcomes)
        lines.append(f"| right, but otherwise than it should: 0 | {odd} | "
                     f"{'falls short' if odd else 'holds'} |")
        if self.took:
            seconds = sum(c["seconds"] for c in self.clips)
            lines += ["", f"Ingest: {self.took:.1f} s for {seconds:.0f} s of clips."]
        return lines

    def _table(self):
        rows = {}
        for outcome in self.outcomes:
            rows.setdefault(outcome.clip["condition"], []).append(outcome)
        lines = ["", "| condition | stretches | readable | right | not filed | wrong | strengths |",
                 "|---|---:|---:|---:|---:|---:|---|"]
        for condition, found in rows.items():
            counts = [len(found), sum(o.readable for o in found)]
            for verdicts in (("right",), ("not filed", "unnamed"), ("wrong",)):
                counts.append(sum(o.verdict in verdicts for o in found))
            marks = {"right": "✓", "not filed": "–", "unnamed": "?", "wrong": "✗"}
            named = {}
            for o in found:
                mark = marks[o.verdict] + ("" if o.readable else "°")
                named.setdefault(o.clip["strength"], []).append(mark)
            cells = ([f"{k} {''.join(v)}" for k, v in named.items()]
                     if condition not in ("mixed", "plain") else [])
            lines.append(f"| {condition} | " + " | ".join(map(str, counts))
                         + f" | {', '.join(cells)} |")
        lines += ["", "✓ filed right, – not filed, ✗ filed wrong, ? filed nowhere and not named "
                  "with its reason, ° not readable."]
        return lines

    def _failing(self):
        lines = ["", "## What fails", ""]
        for o in self.outcomes:
            if o.verdict == "right" and not o.remarks:
                continue
            if o.verdict == "not filed" and not o.readable and o.orphans:
                continue
            lines.append(f"- {o.clip['condition']}, {o.clip['strength']} (`{o.clip['file']}`, "
                         f"{o.stretch['start']:g}–{o.stretch['end']:g} s): **{o.verdict}**"
                         f"{'' if o.readable else ', not readable'}: " + "; ".join(o.remarks))
        return lines if len(lines) > 3 else lines + ["Nothing."]

    def _foot(self):
        return ["", "## Readable", "", "A slate counts as readable when ZBar or the program reads "
                "it in some picture, or when it is made within these limits:", LIMITS.rstrip()]
