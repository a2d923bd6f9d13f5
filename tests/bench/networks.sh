#!/usr/bin/env bash
# Networks beside scikit-learn's on the development tables, one thread, equal CPU; says so and ends where they are not there.
#
#   [TABLES=a,b] [ALONE=1] tests/bench/networks.sh [LEARNER[:SETTING=VALUE,...] ...]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
./mvnw -q -B -ntp -pl tests -am test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath.txt -Dcheckstyle.skip
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 OMP_WAIT_POLICY=PASSIVE
exec "${PYTHON:-python3}" -W ignore tests/bench/networks.py "$java" -XX:+UseSerialGC -Xmx4g --enable-native-access=ALL-UNNAMED \
  -cp "tests/target/test-classes:$(cat tests/target/classpath.txt)" -- "$@"
