package lathe.engine.builtin;

import java.util.List;
import lathe.engine.prepare.DatePartsStep;
import lathe.engine.prepare.DropStep;
import lathe.engine.prepare.FillSteps;
import lathe.engine.prepare.FrequencyStep;
import lathe.engine.prepare.LevelCodesStep;
import lathe.engine.prepare.ListItemsStep;
import lathe.engine.prepare.NormalRankStep;
import lathe.engine.prepare.NumberSteps;
import lathe.engine.prepare.OneHotStep;
import lathe.engine.prepare.OrdinalStep;
import lathe.engine.prepare.Step;
import lathe.engine.prepare.TargetMeanStep;
import lathe.engine.prepare.TextStatisticsStep;
import lathe.engine.prepare.TextSvdStep;
import lathe.engine.prepare.TextVectorStep;

/// The steps a column may be prepared with.
public final class Steps {

    public static final List<Step> ALL = List.of(
            new NumberSteps.Plain(), new NumberSteps.Levels(), new NumberSteps.Log(), new NumberSteps.Clipped(),
            new FillSteps.Mean(), new FillSteps.Standard(), new NormalRankStep(),
            new OneHotStep(), new TargetMeanStep(), new FrequencyStep(), new OrdinalStep(), new LevelCodesStep(),
            new DatePartsStep(), new TextVectorStep(), new TextSvdStep(), new TextStatisticsStep(), new ListItemsStep(), new DropStep());

    private Steps() { }
}
