#!/usr/bin/env python3
"""How long until the desktop's first frame? Starts with and without the start-up cache, in turns, one JSON line each.

    python3 tests/bench/start.py [--rounds 5] [--file FILE] [--headless]

Needs a screen (DISPLAY) unless --headless is given. The time counts from the start of Java; what the launcher takes
before it is measured too. The last line gives medians and their ratio.
"""
import argparse, json, os, re, statistics, subprocess, sys, time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / "app" / "target" / "lathe.aot"


def start(arguments, headless):
    options = "-Dlathe.exit-after-start=true" + (" -Dglass.platform=Headless -Dprism.order=sw" if headless else "")
    begin = time.monotonic()
    done = subprocess.run([str(ROOT / "lathe")] + arguments, capture_output=True, text=True, timeout=120,
                          env=dict(os.environ, JAVA_TOOL_OPTIONS=options))
    found = re.search(r"first frame after (\d+) ms", done.stdout)
    if not found:
        sys.exit("no first frame: exit %d, %s" % (done.returncode, done.stderr[-500:]))
    return int(found.group(1)), round(1000 * (time.monotonic() - begin))


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--file")
    arguments.add_argument("--headless", action="store_true")
    given = arguments.parse_args()
    subprocess.run([str(ROOT / "lathe"), "--version"], check=True, stdout=subprocess.DEVNULL)   # builds if needed
    if not CACHE.exists():
        sys.exit("the build left no start-up cache; see .lathe-build/build.log")
    hidden = CACHE.with_suffix(".aside")
    times = {True: [], False: []}
    for _ in range(given.rounds):
        for cached in (True, False):
            if not cached:
                CACHE.rename(hidden)
            try:
                frame, whole = start([given.file] if given.file else [], given.headless)
            finally:
                if not cached:
                    hidden.rename(CACHE)
            times[cached].append(frame)
            print(json.dumps({"cache": cached, "first_frame_ms": frame, "whole_ms": whole}), flush=True)
    with_cache, without = statistics.median(times[True]), statistics.median(times[False])
    print(json.dumps({"median_with_ms": with_cache, "median_without_ms": without, "ratio": round(with_cache / without, 2)}))
    return 0 if with_cache <= 3000 else 1


if __name__ == "__main__":
    sys.exit(main())
