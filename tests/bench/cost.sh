#!/usr/bin/env bash
# CPU of reading, preparing and fitting against rows and columns: prints it and draws docs/pictures/cost.png.
#
#   tests/bench/cost.sh [MOST_ROWS]
set -euo pipefail
most=${1:-1000000}
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
./mvnw -q -B -ntp -pl tests -am test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath.txt -Dcheckstyle.skip
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
"$java" -XX:+UseSerialGC -Xmx6g --enable-native-access=ALL-UNNAMED -cp "tests/target/test-classes:$(cat tests/target/classpath.txt)" \
  lathe.tests.bench.CostBench docs/pictures/cost.png "$most"
