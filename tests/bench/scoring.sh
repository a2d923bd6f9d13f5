#!/usr/bin/env bash
# CPU of scoring a package in Lathe beside ONNX Runtime on the ONNX file exported from it: same rows, one thread, in turns.
#
#   tests/bench/scoring.sh MODEL.lathe DATA [ROWS REPETITIONS]
set -euo pipefail
model=$(realpath "$1"); data=$(realpath "$2"); rows=${3:-100000}; repetitions=${4:-3}
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
./mvnw -q -B -ntp -pl tests -am test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath.txt -Dcheckstyle.skip
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
# in the environment: ONNX Runtime's library crashes behind long command lines
classpath="tests/target/test-classes:$(cat tests/target/classpath.txt)"
CLASSPATH=$classpath "$java" -XX:+UseSerialGC -Xmx6g --enable-native-access=ALL-UNNAMED lathe.tests.bench.ScoringBench \
  "$model" "$data" "$rows" "$repetitions"
