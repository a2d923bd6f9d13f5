#!/usr/bin/env bash
# Learns the order of the portfolio and shows what each part of the search adds, both replayed from stored predictions.
#
#   tests/bench/portfolio.sh record FOLDER WHAT...     fits many settings on many tables; words: see PortfolioRecording
#   tests/bench/portfolio.sh ablation FOLDER           one table of what each part adds
#   tests/bench/portfolio.sh learn FOLDER              the learnt order, with what it gains on tables left out
#   tests/bench/portfolio.sh cap FOLDER SECONDS 1 2    what a cap on configurations by rows, times 1 or 2, gives up or gains
#   tests/bench/portfolio.sh costs FOLDER COSTS.csv    what fits took beside what was expected, for tests/bench/cost_model.py
#
# Tables are found in a folder `shared/data` beside the checkout, or in $LATHE_SHARED/data.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
what=$1 folder=$2
shift 2
data=${LATHE_SHARED:-../shared}/data
./mvnw -q -B -ntp -pl tests -am test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath.txt -Dcheckstyle.skip
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 OMP_WAIT_POLICY=PASSIVE
run=("$java" -XX:+UseSerialGC -Xmx3g --enable-native-access=ALL-UNNAMED
  -cp "tests/target/test-classes:$(cat tests/target/classpath.txt)")
case $what in
  record) exec "${run[@]}" lathe.tests.bench.PortfolioRecording "$folder" "$data" "$@" ;;
  ablation) exec "${run[@]}" lathe.tests.bench.AblationReplay "$folder" "$@" ;;
  learn) exec "${run[@]}" lathe.tests.bench.PortfolioLearning "$folder" "$@" ;;
  cap) exec "${run[@]}" lathe.tests.bench.CapReplay "$folder" "$@" ;;
  costs) exec "${run[@]}" lathe.tests.bench.CostTable "$folder" "$data" "$@" ;;
  *) echo "portfolio.sh: '$what' is not record, ablation, learn, cap or costs." >&2; exit 2 ;;
esac
