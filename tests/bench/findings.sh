#!/usr/bin/env bash
# How often planted problems are found and noise alarms: the tables of docs/findings.md.
#
#   tests/bench/findings.sh [TABLES]
set -euo pipefail
tables=${1:-100}
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
./mvnw -q -B -ntp -pl automl-engine/engine -am test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath.txt -Dcheckstyle.skip
engine=automl-engine/engine/target
"${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "$engine/test-classes:$engine/classes:$(cat $engine/classpath.txt)" lathe.engine.profile.FindingBench "$tables"
