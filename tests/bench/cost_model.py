#!/usr/bin/env python3
"""How far recorded fits are from what learners expect, and a small correction for each learner that is off.

    python3 tests/bench/cost_model.py COSTS.csv [cost.json]

COSTS.csv is what lathe.tests.bench.CostTable writes (tests/bench/portfolio.sh costs). Needs numpy.

The correction: log(measured / expected) on log expected, log rows, log columns, log outputs and whether columns were joined, by
ridge regression; judged on tables left out one at a time. It is kept for a learner where it clearly narrows what is left on
those tables. Each input is held within what was recorded, so that beyond it the correction stays constant.
"""
import csv
import json
import math
import sys

import numpy as np

NAMES = ["expected", "rows", "features", "outputs", "joined"]
RIDGE = 1.0
LEAST_TABLES = 10
NARROWER = 0.9     # of the root mean square
LEAST_SECONDS = 0.01


def read(path):
    fits = {}
    with open(path, newline="", encoding="utf-8") as lines:
        for line in csv.DictReader(lines):
            expected = max(LEAST_SECONDS, float(line["expected"]))
            inputs = [math.log(expected), math.log(int(line["rows"])), math.log(int(line["features"])),
                      math.log(int(line["outputs"])), float(line["joined"])]
            ratio = math.log(max(LEAST_SECONDS, float(line["measured"])) / expected)
            fits.setdefault(line["learner"], []).append((line["table"], inputs, ratio))
    return fits


def fit(inputs, ratios, tables):
    """Tables weigh the same; inputs are scaled for the penalty."""
    count = {table: tables.count(table) for table in tables}
    weight = np.array([1 / count[table] for table in tables])
    weight *= len(weight) / weight.sum()
    centre = np.average(inputs, axis=0, weights=weight)
    spread = np.sqrt(np.average((inputs - centre) ** 2, axis=0, weights=weight))
    scale = np.where(spread > 1e-9, spread, 1.0)
    scaled = np.where(spread > 1e-9, (inputs - centre) / scale, 0.0)
    mean = np.average(ratios, weights=weight)
    # The penalty counts tables, not fits: fits on one table are not independent.
    penalty = RIDGE * len(ratios) / len(count)
    gram = scaled.T @ (scaled * weight[:, None]) + penalty * np.eye(scaled.shape[1])
    slopes = np.linalg.solve(gram, scaled.T @ (weight * (ratios - mean))) / scale
    return mean - centre @ slopes, slopes


def figures(left):
    low, mid, high = np.exp(np.quantile(left, [0.1, 0.5, 0.9]))
    return f"{mid:.2f}, {low:.2f} to {high:.2f} (x {high / low:.1f})"


def main():
    corrections = {}
    print("| learner | fits | tables | measured / expected: median, 10 to 90 % | the same corrected, on tables left out | kept |")
    print("|---|---|---|---|---|---|")
    for learner, fits in sorted(read(sys.argv[1]).items()):
        tables = [table for table, _, _ in fits]
        inputs = np.array([each for _, each, _ in fits])
        ratios = np.array([ratio for _, _, ratio in fits])
        names = sorted(set(tables))
        if len(names) < LEAST_TABLES or learner == "baseline":
            print(f"| {learner} | {len(fits)} | {len(names)} | {figures(ratios)} | | |")
            continue
        left = np.zeros(len(ratios))
        for name in names:
            own = np.array([table == name for table in tables])
            start, slopes = fit(inputs[~own], ratios[~own], [table for table in tables if table != name])
            held = np.clip(inputs[own], inputs[~own].min(axis=0), inputs[~own].max(axis=0))
            left[own] = ratios[own] - start - held @ slopes
        before = math.sqrt(np.mean(ratios ** 2))
        after = math.sqrt(np.mean(left ** 2))
        keep = after <= NARROWER * before
        print(f"| {learner} | {len(fits)} | {len(names)} | {figures(ratios)} | {figures(left)} | {'yes' if keep else 'no'} |")
        if keep:
            start, slopes = fit(inputs, ratios, tables)
            corrections[learner] = {"start": round(start, 4)} | {
                name: {"slope": round(slope, 4), "low": round(low, 4), "high": round(high, 4)}
                for name, slope, low, high in zip(NAMES, slopes, inputs.min(axis=0), inputs.max(axis=0))}
    if len(sys.argv) > 2:
        with open(sys.argv[2], "w", encoding="utf-8") as out:
            out.write(json.dumps(corrections, indent=2) + "\n")


main()
