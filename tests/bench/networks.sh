#!/usr/bin/env bash
# Networks beside scikit-learn's on the development tables, one thread, equal CPU; says so and ends where they are not there.
#
#   [TABLES=a,b] [ALONE=1] [SEED=2] tests/bench/networks.sh [LEARNER[:SETTING=VALUE,...] ...]
#   tests/bench/networks.sh --products     how fast matrices are multiplied, in Java and by OpenBLAS
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
./mvnw -q -B -ntp -pl tests -am test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath.txt -Dcheckstyle.skip
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 OMP_WAIT_POLICY=PASSIVE
if [ "${1:-}" = --products ]; then
  exec "$java" -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -cp "tests/target/test-classes:$(cat tests/target/classpath.txt)" \
    lathe.tests.bench.NetworkBench --products
fi
exec "${PYTHON:-python3}" -W ignore tests/bench/networks.py "$java" -XX:+UseSerialGC -Xmx4g --enable-native-access=ALL-UNNAMED \
  -cp "tests/target/test-classes:$(cat tests/target/classpath.txt)" -- "$@"
