#!/usr/bin/env bash
# Reading and profiling a CSV file beside DuckDB's import and SUMMARIZE, in turns in one process.
#
#   tests/bench/import.sh [ROWS COLUMNS TURNS]
#   tests/bench/import.sh FILE TURNS
set -euo pipefail
[ $# -gt 0 ] || set -- 1000000 20 5
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
./mvnw -q -B -ntp -pl tests -am test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath.txt -Dcheckstyle.skip
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx4g --enable-native-access=ALL-UNNAMED \
  -cp "tests/target/test-classes:$(cat tests/target/classpath.txt)" lathe.tests.bench.ImportBench "$@"
