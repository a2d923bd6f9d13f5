package lathe.engine.flow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lathe.scoring.Pipeline;
import lathe.scoring.Signature;
import lathe.scoring.form.Blend;
import lathe.scoring.pack.MemberFile;
import lathe.scoring.step.FittedRecipe;

/// Puts fold models together: a row of the leaderboard is the mean of its folds, an ensemble the mean of its rows.
final class PipelineAssembly {

    private PipelineAssembly() { }

    static Pipeline of(Contender contender, Signature signature) {
        Map<String, FittedRecipe> recipes = new HashMap<>();
        List<Blend.Member> members = new ArrayList<>();
        double sum = 0;
        for (Contender.Share share : contender.shares()) {
            sum += share.weight();
        }
        for (Contender.Share share : contender.shares()) {
            double weight = share.weight() / sum / share.scored().members().size();
            for (Path file : share.scored().members()) {
                MemberFile member = MemberFile.read(file);
                recipes.put(member.recipeId(), member.recipe());
                members.add(new Blend.Member(weight, member.recipeId(), member.form()));
            }
        }
        return new Pipeline(signature, recipes, new Blend(members));
    }
}
