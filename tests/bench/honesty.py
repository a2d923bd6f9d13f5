#!/usr/bin/env python3
"""Do reported scores keep their word? Runs without a holdout on random splits, their scores beside those of the test rows.

    python3 tests/bench/honesty.py [--budget 20] [--splits 1,2] [--tables NAME,NAME] [--results FILE]

A quarter of each development table is kept from `lathe train` (a third below 2,000 rows). What the run reports, its
out-of-fold score less the bias of the choice, is compared with the score of the model's answers for those rows. One JSON
line each; runs already in the results file are not repeated. Tables are found in `shared/data` beside the checkout or in
$LATHE_SHARED/data; without them nothing runs, and that is said. Needs numpy, pandas and scikit-learn.
"""
import argparse, json, os, shutil, subprocess, sys, tempfile
from pathlib import Path

import numpy as np, pandas as pd
from sklearn.metrics import roc_auc_score

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("LATHE_SHARED", ROOT.parent / "shared")) / "data"
RESAMPLES = 200


def lathe(*words):
    done = subprocess.run([str(ROOT / "lathe"), *map(str, words)], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, words))}: exit {done.returncode}\n{done.stderr[-800:]}")


def scorer(entry, truth, answers):
    """Score of any of the test rows, as the metric of the run counts."""
    if entry["task"] == "regression":
        errors = (truth.astype(float).to_numpy() - answers["prediction"].to_numpy()) ** 2
        return lambda rows: float(np.sqrt(errors[rows].mean()))
    if entry["task"] == "binary":
        positive = (truth == str(entry["positive"])).to_numpy()
        share = answers["p_" + str(entry["positive"])].to_numpy()
        return lambda rows: float(roc_auc_score(positive[rows], share[rows])) if 0 < positive[rows].sum() < len(rows) else np.nan
    classes = [column for column in answers if column.startswith("p_")]
    shares = answers[classes].to_numpy()
    place = truth.map({column[2:]: i for i, column in enumerate(classes)}).to_numpy()
    losses = -np.log(np.clip(shares[np.arange(len(place)), place] / shares.sum(axis=1), 1e-15, 1))
    return lambda rows: float(losses[rows].mean())


def run(entry, split, budget, out):
    data = pd.read_csv(SHARED / entry["file"], dtype=str, keep_default_na=False).drop(columns=entry["drop_for_fair_benchmark"])
    data = data[data[entry["target"]] != ""]
    random = np.random.default_rng(split)
    order = random.permutation(len(data))
    kept = len(data) // (3 if len(data) < 2000 else 4)
    test = data.iloc[np.sort(order[:kept])]
    data.iloc[np.sort(order[kept:])].to_csv(out / "train.csv", index=False)
    test.drop(columns=entry["target"]).to_csv(out / "test.csv", index=False)
    lathe("train", out / "train.csv", "--target", entry["target"], "--task", entry["task"], "--budget", f"{budget}s", "--threads", 2,
          "--seed", split, "--holdout", "none", "--out", out / "run", "--quiet")
    lathe("predict", out / "run" / "model.lathe", out / "test.csv", "--out", out / "answers.csv")
    reported = json.loads(next((out / "run").glob("runs/*/run.json")).read_text())["scores"][0]["score"]
    score = scorer(entry, test[entry["target"]].reset_index(drop=True), pd.read_csv(out / "answers.csv"))
    drawn = [score(random.integers(0, kept, kept)) for _ in range(RESAMPLES)]
    return {"table": entry["name"], "split": split, "budget": budget, "metric": reported["metric"], "value": reported["value"],
            "lower": reported["lower"], "upper": reported["upper"], "test": score(np.arange(kept)), "test_error": float(np.nanstd(drawn))}


def bias(line):
    """How much better than the test rows the report looks, in its own standard errors."""
    sign = 1 if line["metric"] == "roc_auc" else -1
    return sign * (line["value"] - line["test"]) / max(1e-12, (line["upper"] - line["lower"]) / 3.92)


def within(line, test_error):
    side = (line["upper"] if line["test"] > line["value"] else line["lower"]) - line["value"]
    return abs(line["test"] - line["value"]) <= np.hypot(side, 1.96 * test_error)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--budget", type=int, default=20)
    arguments.add_argument("--splits", default="1,2")
    arguments.add_argument("--tables", default="")
    arguments.add_argument("--results", default=str(ROOT / "target" / "honesty.jsonl"))
    given = arguments.parse_args()
    if not (SHARED / "index.json").exists():
        print(f"SKIPPED: no development tables, {SHARED / 'index.json'} is not there", file=sys.stderr)
        return 0
    results = Path(given.results)
    results.parent.mkdir(parents=True, exist_ok=True)
    lines = [json.loads(line) for line in results.read_text().splitlines()] if results.exists() else []
    done = {(line["table"], line["split"], line["budget"]) for line in lines}
    lathe("--version")   # builds if needed
    for split in [int(text) for text in given.splits.split(",")]:
        for entry in json.loads((SHARED / "index.json").read_text()):
            wanted = entry["group"] == "dev" and (not given.tables or entry["name"] in given.tables.split(","))
            if not wanted or (entry["name"], split, given.budget) in done:
                continue
            out = Path(tempfile.mkdtemp(prefix="lathe-honesty-"))
            try:
                line = run(entry, split, given.budget, out)
            finally:
                shutil.rmtree(out)
            lines.append(line)
            with results.open("a") as file:
                file.write(json.dumps(line) + "\n")
            print(f"{line['table']:18} {split}  {line['metric']:9} reported {line['value']:.5g} ({line['lower']:.5g} to {line['upper']:.5g})"
                  f"  test {line['test']:.5g} ({line['test_error']:.2g})  {bias(line):+.2f} errors", flush=True)
    biases = np.array([bias(line) for line in lines])
    print(f"{len(lines)} runs: reported less test, in errors of the report, {biases.mean():+.2f}, standard error {biases.std(ddof=1) / len(biases) ** 0.5:.2f}, median {np.median(biases):+.2f}")
    print(f"test score within the interval: {sum(within(line, 0) for line in lines)}, with the chance of the test rows {sum(within(line, line['test_error']) for line in lines)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
