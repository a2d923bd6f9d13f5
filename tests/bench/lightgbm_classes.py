"""Probabilities of LightGBM for several classes; lightgbm4j has room for one number a row only.

    lightgbm_classes.py FOLDER ROWS WIDTH ROUNDS SETTING=VALUE...

Reads `train` and `fresh` (doubles, row by row) and `labels` (doubles) from the folder, writes `answers` (doubles).
"""
import sys
from pathlib import Path
import lightgbm
import numpy

folder, rows, width, rounds = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
settings = dict(word.split("=", 1) for word in sys.argv[5:])
levels = settings.pop("categorical_feature", "")
train = numpy.fromfile(folder / "train", "<f8").reshape(rows, width)
data = lightgbm.Dataset(train, numpy.fromfile(folder / "labels", "<f8"), params=settings,
                        categorical_feature=[int(level) for level in levels.split(",") if level])
booster = lightgbm.train(settings, data, num_boost_round=rounds)
booster.predict(numpy.fromfile(folder / "fresh", "<f8").reshape(-1, width), num_threads=1).astype("<f8").tofile(folder / "answers")
