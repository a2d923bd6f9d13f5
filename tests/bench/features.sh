#!/usr/bin/env bash
# What generators and steps add to a learner: cross-validated loss on the development tables, over the loss without them.
# Tables are found in a folder `shared/data` beside the checkout, or in $LATHE_SHARED/data; without them it says so and ends.
#
#   tests/bench/features.sh [ROWS FOLDS LEARNER VARIANT...]      words of a variant: see FeatureBench
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
data=${LATHE_SHARED:-../shared}/data
./mvnw -q -B -ntp -pl tests -am test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath.txt -Dcheckstyle.skip
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
if [ $# -lt 4 ]; then
  set -- 8000 5 boosting arithmetic crosses group_ratios arithmetic,crosses,group_ratios
fi
"$java" -XX:+UseSerialGC -Xmx3g --enable-native-access=ALL-UNNAMED \
  -cp "tests/target/test-classes:$(cat tests/target/classpath.txt)" lathe.tests.bench.FeatureBench "$data" "$@"
