package lathe.engine.flow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lathe.scoring.Pipeline;
import lathe.scoring.form.Blend;
import lathe.scoring.pack.MemberFile;
import lathe.scoring.step.FittedRecipe;

/// Puts fold models together: a row of the leaderboard is the mean of its folds, an ensemble the mean of its rows. Of a row's
/// weight a part goes to its model learnt from all rows, where there is one ([WholeFits#weight]).
final class PipelineAssembly {

    private PipelineAssembly() { }

    static Pipeline of(Contender contender, PreparedRun run) {
        Map<String, FittedRecipe> recipes = new HashMap<>();
        List<Blend.Member> members = new ArrayList<>();
        double sum = contender.shares().stream().mapToDouble(Contender.Share::weight).sum();
        for (Contender.Share share : contender.shares()) {
            double weight = share.weight() / sum;
            double ofFolds = share.whole().isPresent() ? (1 - WholeFits.weight(share)) * weight : weight;
            if (ofFolds > 0) {
                for (Path file : share.scored().members()) {
                    members.add(member(file, ofFolds / share.scored().members().size(), recipes));
                }
            }
            share.whole().ifPresent(file -> members.add(member(file, weight - ofFolds, recipes)));
        }
        return new Pipeline(run.signature(), run.derived(), recipes, new Blend(members, contender.power()));
    }

    /// The fold models of one fold alone, each with its trial's weight.
    static Pipeline ofFold(Contender contender, int fold, PreparedRun run) {
        Map<String, FittedRecipe> recipes = new HashMap<>();
        List<Blend.Member> members = new ArrayList<>();
        double sum = contender.shares().stream().mapToDouble(Contender.Share::weight).sum();
        for (Contender.Share share : contender.shares()) {
            members.add(member(share.scored().members().get(fold), share.weight() / sum, recipes));
        }
        return new Pipeline(run.signature(), run.derived(), recipes, new Blend(members));
    }

    private static Blend.Member member(Path file, double weight, Map<String, FittedRecipe> recipes) {
        MemberFile member = MemberFile.read(file);
        recipes.put(member.recipeId(), member.recipe());
        return new Blend.Member(weight, member.recipeId(), member.form());
    }
}
