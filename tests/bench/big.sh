#!/usr/bin/env bash
# A table that does not fit memory, from file to scores: profile, training, scoring into Parquet; wall seconds, CPU seconds and the
# largest resident memory of all processes of a stage together, taken twice a second. Beside it the import and SUMMARIZE of DuckDB
# and the same by polars and pandas, where PYTHON has them (a stage that is killed for its memory says so).
#
#   tests/bench/big.sh FILE TARGET [BUDGET [HEAP [COLUMNS TO LEAVE OUT]]]
#
# HEAP bounds the process that is started here (1300m by default); the workers of a run take what they need of the rest.
set -euo pipefail
file=$(realpath "$1"); target=$2; budget=${3:-300s}; heap=${4:-1300m}; drop=${5:-}
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
work=$(mktemp -d "$(dirname "$file")/bench.XXXXXX")
trap 'rm -rf "$work"' EXIT
./mvnw -q -B -ntp -pl app -am compile dependency:build-classpath -Dmdep.outputFile=target/classpath.txt -Dcheckstyle.skip
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
lathe=("$java" "-Xmx$heap" -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
  -cp "app/target/classes:$(cat app/target/classpath.txt)" lathe.app.Lathe)

# stage NAME COMMAND...: runs it in a process group of its own
stage() {
  local name=$1 peak=0 now pid status=0; shift
  local begin; begin=$(date +%s.%N)
  setsid bash -c 'TIMEFORMAT="%U %S"; time "$@" > "$0.log" 2>&1' "$work/$name" "$@" 2> "$work/$name.time" & pid=$!
  while kill -0 "$pid" 2> /dev/null; do
    now=$(ps -o rss= -g "$pid" | awk '{s += $1} END {print int(s / 1024)}' || true)
    [ "${now:-0}" -le "$peak" ] || peak=$now
    sleep 0.5
  done
  wait "$pid" || status=$?
  printf '%-14s %8.1f s wall, %8.1f s CPU, %6d MB%s\n' "$name" "$(awk -v a="$begin" -v b="$(date +%s.%N)" 'BEGIN {print b - a}')" \
    "$(tail -1 "$work/$name.time" | awk '{print $1 + $2}')" "$peak" "$([ "$status" = 0 ] || echo ", ended with $status: $(tail -1 "$work/$name.log")")"
}

stage profile "${lathe[@]}" profile "$file" --target "$target"
stage train "${lathe[@]}" train "$file" --target "$target" ${drop:+--drop "$drop"} --budget "$budget" --out "$work/project"
grep -E '^(  A random|  (Learning|boosting).*learnt|[a-z_0-9]+ +[0-9.-]+  \()' "$work/train.log" || true
stage predict "${lathe[@]}" predict "$work/project/model.lathe" "$file" --out "$work/scores.parquet" --bad-cells missing
ls -l "$work/scores.parquet"
python=${PYTHON:-python3}
for peer in duckdb-import duckdb-summary polars-import polars-summary pandas-import; do
  stage "$peer" "$python" tests/bench/big_peers.py "$peer" "$file" "$work"
done
