#!/usr/bin/env bash
# Training and predicting CPU of our boosting beside LightGBM's: same rows, same settings, one thread, in turns.
#
#   tests/bench/trees.sh [ROWS FEATURES ROUNDS REPETITIONS]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
./mvnw -q -B -ntp -pl tests -am test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath.txt -Dcheckstyle.skip
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
export OMP_NUM_THREADS=1 OMP_WAIT_POLICY=PASSIVE
if [ $# -eq 4 ]; then sizes=("$*"); else sizes=("30000 30 100 5" "200000 30 50 3" "1000000 20 50 3"); fi
for size in "${sizes[@]}"; do
  # shellcheck disable=SC2086
  "$java" -XX:+UseSerialGC -Xmx6g --enable-native-access=ALL-UNNAMED \
    -cp "tests/target/test-classes:$(cat tests/target/classpath.txt)" lathe.tests.bench.TreeBench $size
done
