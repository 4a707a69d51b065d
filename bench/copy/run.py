#!/usr/bin/env python3
"""Makes the two shops' workspaces, runs import, select and script, and measures the script stage.

    run.py [--products 2000] [--variants 1]

PRODUCTS and VARIANTS of the environment do the same. Writes work/run.json.
"""

import argparse
import json
import os
import shutil
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
sys.path.insert(0, str(HERE))
import measure  # noqa: E402
import products  # noqa: E402
import real  # noqa: E402
from ours import BIN  # noqa: E402

WORK = HERE / "work"
PLATFORMS = {
    "zh": ["douyin", "kuaishou", "xiaohongshu", "pdd", "jd", "taobao_main", "wechat_channels"],
    "en": ["tiktok", "instagram_reels", "youtube_shorts", "amazon"],
}
BRANDS = {
    "zh": "name: 半间小铺\npersona: {name: 林晓, role: 店主, trade: 选品, years: 6}\n"
          "contact: {channel: 店主企业微信, benefit: 选购指南}\n",
    "en": "name: Half Room Shop\npersona: {name: Ann Lin, role: owner, trade: buying, years: 6}\n"
          "contact: {channel: the shop newsletter, benefit: a buying guide}\n",
}
MANY = 100_000
# The smaller shop is enough to see what a second run costs.
AGAIN = "en"


def program():
    return os.path.abspath(os.path.join(BIN, "shopreel"))


def workspace(folder, locale, files, variants):
    (folder / "brand").mkdir(exist_ok=True)
    (folder / "brand/brand.yaml").write_text("schema: brand/1\n" + BRANDS[locale])
    (folder / "shopreel.yaml").write_text(
        f"schema: workspace/1\ncatalogue: {json.dumps(files, ensure_ascii=False)}\n"
        f"platforms: {json.dumps(PLATFORMS[locale])}\n"
        f"selection: {{count: {MANY}, per_category: {MANY}}}\n"
        f"script: {{variants: {variants}}}\n")


def stage(verb, folder):
    return measure.run([program(), verb, "-C", folder, "--quiet"], WORK / "log", accepted=(0, 1))


def count(folder):
    return sum(1 for _ in (folder / "work/scripts").glob("*/*.json"))


def dearer(folder, file):
    """One price changed in one cell."""
    path = folder / file
    lines = path.read_text(encoding="utf-8-sig").split("\n")
    cells = lines[1].split(",")
    cells[4] = str(int(float(cells[4])) + 3)
    lines[1] = ",".join(cells)
    path.write_text("\n".join(lines), encoding="utf-8-sig" if folder.name == "zh" else "utf-8")


def written(folder, variants, files):
    """The shop's scripts, and what each run of the stage cost."""
    workspace(folder, folder.name, files, variants)
    costs = {"import": stage("import", folder), "select": stage("select", folder)}
    costs["script"] = stage("script", folder)
    result = {"scripts": count(folder)}
    if folder.name == AGAIN:
        costs["nothing changed"] = stage("script", folder)
        dearer(folder, files[0])
        stage("import", folder), stage("select", folder)
        costs["one price changed"] = stage("script", folder)
    result["products"] = len(json.loads((folder / "work/products.json").read_text())["products"])
    result["selected"] = len(json.loads((folder / "work/selection.json").read_text())["selected"])
    return result | {"costs": costs}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name, default in (("PRODUCTS", 2000), ("VARIANTS", 1)):
        parser.add_argument(
            f"--{name.lower()}", type=int, default=int(os.environ.get(name) or default))
    options = parser.parse_args()
    os.environ.setdefault("SHOPREEL_HOME", str(HERE.parents[1]))
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    files = products.make(WORK, options.products)
    found = real.gather(program(), HERE.parents[1], WORK, options.products // 4)
    results = {"options": vars(options), "shops": {}}
    for locale, names in files.items():
        names += ["real.csv"] if found[locale] else []
        results["shops"][locale] = written(WORK / locale, options.variants, names)
        print(locale, {key: value for key, value in results["shops"][locale].items()
                       if key != "costs"}, flush=True)
    (WORK / "run.json").write_text(json.dumps(results, indent=1) + "\n")


if __name__ == "__main__":
    main()
