#!/usr/bin/env bash
# Our boosting beside LightGBM's: same rows, same settings, one thread.
#
#   tests/bench/trees.sh [ROWS FEATURES ROUNDS REPETITIONS]   CPU of training and predicting, in turns in one process
#   tests/bench/trees.sh --memory [ROWS FEATURES ROUNDS]      resident memory at its peak above that before training
#   tests/bench/trees.sh --tables [TABLE...]                  loss on the development tables (`shared/data` beside the
#                                                             checkout or $LATHE_SHARED/data), five seeds; several
#                                                             classes need PYTHON with lightgbm
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
./mvnw -q -B -ntp -pl tests -am test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath.txt -Dcheckstyle.skip
export OMP_NUM_THREADS=1 OMP_WAIT_POLICY=PASSIVE
run() {
  "${JAVA_HOME:+$JAVA_HOME/bin/}java" -XX:+UseSerialGC -Xmx6g --enable-native-access=ALL-UNNAMED \
    -cp "tests/target/test-classes:$(cat tests/target/classpath.txt)" "$@"
}
case "${1:-}" in
  --tables)
    run lathe.tests.bench.TreeTablesBench "${LATHE_SHARED:-../shared}/data" 5 200 200000 "${@:2}" ;;
  --memory)
    if [ $# -eq 4 ]; then sizes=("${*:2}"); else sizes=("200000 30 50" "1000000 20 50"); fi
    for size in "${sizes[@]}"; do
      for which in lathe lightgbm; do
        # shellcheck disable=SC2086
        run lathe.tests.bench.TreeBench $size 1 "$which"
      done
    done ;;
  *)
    if [ $# -eq 4 ]; then sizes=("$*"); else sizes=("30000 30 100 5" "200000 30 50 3" "1000000 20 50 3"); fi
    for size in "${sizes[@]}"; do
      # shellcheck disable=SC2086
      run lathe.tests.bench.TreeBench $size
    done ;;
esac
