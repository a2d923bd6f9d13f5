#!/usr/bin/env python3
"""Networks here and in scikit-learn, on the same split of each development table, at equal CPU time.

    tests/bench/networks.sh [LEARNER[:SETTING=VALUE,...] ...]

scikit-learn's MLPClassifier or MLPRegressor (hidden layers 128, 128, its other settings as they are, numbers scaled and
filled, categories one-hot; on 15 % of the rows held back the best epoch is chosen) trains epoch by epoch until it has
used as much CPU as the slowest of ours on that table, and restarts with another seed while there is time left; the best
is kept. Ours are fitted again while a second is not used up, and answer together. $SEED draws everything anew, in both.
Tables are found in `shared/data` beside the checkout or in $LATHE_SHARED/data; without them nothing runs, and that is
said. Needs numpy, pandas and scikit-learn.
"""
import copy, json, os, subprocess, sys, tempfile, time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("LATHE_SHARED", ROOT.parent / "shared")) / "data"
LEARNERS = ["network", "residual_network", "embedding_network"]


def tasks():
    for entry in json.loads((SHARED / "index.json").read_text()):
        if entry["group"] != "dev" or entry["text_columns"]:
            continue   # free text is not the matter here
        if os.environ.get("TABLES") and entry["name"] not in os.environ["TABLES"].split(","):
            continue
        split = json.loads((SHARED / entry["split"]).read_text())
        yield entry, split["test"]


def ours(java, learners, jobs):
    with tempfile.NamedTemporaryFile("w", suffix=".tsv", delete=False) as file:
        for entry, test in jobs:
            file.write("\t".join([entry["name"], str(SHARED / entry["file"]), entry["target"], entry["task"],
                                  str(entry.get("positive") or ""), entry["metric"],
                                  ",".join(entry["drop_for_fair_benchmark"]), ",".join(map(str, test))]) + "\n")
    run = subprocess.Popen(java + ["-Dseed=" + os.environ.get("SEED", "1"), "lathe.tests.bench.NetworkBench", file.name] + learners, stdout=subprocess.PIPE, text=True)
    for line in run.stdout:
        print(line, end="", flush=True)
        yield json.loads(line)


def theirs(entry, test, seconds):
    import numpy as np, pandas as pd
    from sklearn.compose import make_column_transformer
    from sklearn.impute import SimpleImputer
    from sklearn.metrics import log_loss, mean_squared_error, roc_auc_score
    from sklearn.model_selection import train_test_split
    from sklearn.neural_network import MLPClassifier, MLPRegressor
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import OneHotEncoder, StandardScaler
    data = pd.read_csv(SHARED / entry["file"]).drop(columns=entry["drop_for_fair_benchmark"])
    for column in entry["date_columns"]:
        when = pd.to_datetime(data[column])
        for part in ("year", "month", "day", "dayofweek"):
            data[column + part] = getattr(when.dt, part)
        data = data.drop(columns=column)
    y = data.pop(entry["target"])
    held = np.zeros(len(data), bool)
    held[test] = True
    numbers = data.select_dtypes("number").columns
    rest = [column for column in data.columns if column not in numbers]
    prepare = make_column_transformer(
        (make_pipeline(SimpleImputer(strategy="median", add_indicator=True), StandardScaler()), numbers),
        (OneHotEncoder(handle_unknown="ignore", max_categories=60, sparse_output=False), rest))
    x = prepare.fit_transform(data[~held]).astype("float32")
    fresh = prepare.transform(data[held]).astype("float32")
    classes = entry["task"] != "regression"
    mean, spread = (0, 1) if classes else (y[~held].mean(), y[~held].std())
    known = y[~held].to_numpy() if classes else ((y[~held] - mean) / spread).to_numpy()
    labels = np.unique(known) if classes else None
    best, epochs, begin, seed = (np.inf, None), 0, time.process_time(), 1000 * int(os.environ.get("SEED", 1))
    while time.process_time() - begin < seconds:
        a, b, ya, yb = train_test_split(x, known, test_size=.15, random_state=seed, stratify=known if classes else None)
        model = (MLPClassifier if classes else MLPRegressor)(hidden_layer_sizes=(128, 128), random_state=seed)
        stale = 0
        while time.process_time() - begin < seconds and stale < 15:
            model.partial_fit(a, ya, classes=labels) if classes else model.partial_fit(a, ya)
            epochs += 1
            loss = log_loss(yb, model.predict_proba(b), labels=labels) if classes else mean_squared_error(yb, model.predict(b))
            stale += 1
            if loss < best[0]:
                best, stale = (loss, copy.deepcopy(model)), 0
        seed += 1
    model, truth = best[1], y[held]
    if entry["metric"] == "roc_auc":
        positive = [str(label) for label in labels].index(str(entry["positive"]))
        score = roc_auc_score(truth.astype(str) == str(entry["positive"]), model.predict_proba(fresh)[:, positive])
    elif classes:
        score = log_loss(truth, model.predict_proba(fresh), labels=labels)
    else:
        score = mean_squared_error(truth, model.predict(fresh) * spread + mean) ** .5
    return {"table": entry["name"], "learner": "scikit-learn", "score": round(float(score), 6),
            "train": round(time.process_time() - begin, 3), "epochs": epochs}


def main():
    if not (SHARED / "index.json").exists():
        sys.exit(f"SKIPPED: no development tables, {SHARED / 'index.json'} is not there")
    java = sys.argv[1:sys.argv.index("--")]
    learners = sys.argv[sys.argv.index("--") + 1:] or LEARNERS
    jobs = list(tasks())
    cpu = {}
    for line in ours(java, learners, jobs):
        cpu[line["table"]] = max(cpu.get(line["table"], 1), line["train"])
    if os.environ.get("ALONE"):
        return
    for entry, test in jobs:
        print(json.dumps(theirs(entry, test, cpu[entry["name"]])), flush=True)


if __name__ == "__main__":
    main()
