#!/usr/bin/env python3
"""Does `lathe train` keep its budget? Wall time of whole commands, one JSON line each, resumable.

    python3 tests/bench/budget.py [--budgets 15,60,120] [--tables samples,dev] [--results FILE]

A run is within its budget if its wall time is at most 1.05 x budget + 3 s. Runs already in the results file are not
repeated. Tables of the development set are found in a folder `shared/data` beside the checkout (or $LATHE_SHARED/data);
without it they are skipped, and that is said. 60 s and 120 s run on the four samples only.
"""
import argparse, json, os, shutil, subprocess, sys, tempfile, time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = [("telecom-churn.csv", "churned"), ("house-prices.xlsx", "price"),
           ("support-tickets.jsonl", "queue"), ("card-fraud.csv", "fraud")]


def tables(kinds):
    found = []
    if "samples" in kinds:
        found += [(name, ROOT / "sample-data" / name, target, []) for name, target in SAMPLES]
    if "dev" in kinds:
        shared = Path(os.environ.get("LATHE_SHARED", ROOT.parent / "shared")) / "data"
        index = shared / "index.json"
        if not index.exists():
            print(f"SKIPPED: no development tables, {index} is not there", file=sys.stderr)
            return found
        for entry in json.loads(index.read_text()):
            found.append((entry["name"], shared / entry["file"], entry["target"], entry["drop_for_fair_benchmark"]))
    return found


def run(name, path, target, drop, budget):
    out = Path(tempfile.mkdtemp(prefix="lathe-budget-"))
    command = [str(ROOT / "lathe"), "train", str(path), "--target", target, "--budget", f"{budget}s", "--seed", "7",
               "--out", str(out / "run"), "--quiet"] + (["--drop", ",".join(drop)] if drop else [])
    begin = time.monotonic()
    done = subprocess.run(command, capture_output=True, text=True, timeout=3 * budget + 120)
    wall = time.monotonic() - begin
    scores = [json.loads(path.read_text()) for path in (out / "run").glob("runs/*/run.json")]
    best = scores[0]["scores"][0]["score"] if scores and scores[0].get("scores") else None
    shutil.rmtree(out)
    return {"table": name, "budget": budget, "wall": round(wall, 2), "limit": round(1.05 * budget + 3, 2),
            "within": wall <= 1.05 * budget + 3, "exit": done.returncode, "score": best, "error": done.stderr[-300:]}


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--budgets", default="15,60,120")
    arguments.add_argument("--tables", default="samples,dev")
    arguments.add_argument("--results", default=str(ROOT / "target" / "budget.jsonl"))
    given = arguments.parse_args()
    results = Path(given.results)
    results.parent.mkdir(parents=True, exist_ok=True)
    lines = [json.loads(line) for line in results.read_text().splitlines()] if results.exists() else []
    done = {(line["table"], line["budget"]) for line in lines}
    subprocess.run([str(ROOT / "lathe"), "--version"], check=True, stdout=subprocess.DEVNULL)   # builds if needed
    names = [name for name, _ in SAMPLES]
    for budget in [int(text) for text in given.budgets.split(",")]:
        for name, path, target, drop in tables(given.tables.split(",")):
            if (name, budget) in done or (budget > 15 and name not in names):
                continue
            line = run(name, path, target, drop, budget)
            lines.append(line)
            with results.open("a") as file:
                file.write(json.dumps(line) + "\n")
            print(f"{name:24} {budget:4} s  wall {line['wall']:7.2f} s  limit {line['limit']:7.2f}  "
                  f"{'ok' if line['within'] and line['exit'] == 0 else 'NOT KEPT'}  exit {line['exit']}", flush=True)
    kept = sum(line["within"] and line["exit"] == 0 for line in lines)
    print(f"{kept} of {len(lines)} runs kept their budget")
    return 0 if kept == len(lines) else 1


if __name__ == "__main__":
    sys.exit(main())
