package lathe.engine.builtin;

import java.util.List;
import lathe.engine.adapter.jollyday.JollydayHolidays;
import lathe.engine.prepare.BinsStep;
import lathe.engine.prepare.ClipStep;
import lathe.engine.prepare.ConvertStep;
import lathe.engine.prepare.DateAgeStep;
import lathe.engine.prepare.DateCycleStep;
import lathe.engine.prepare.DatePartsStep;
import lathe.engine.prepare.DropStep;
import lathe.engine.prepare.FillSteps;
import lathe.engine.prepare.FrequencyStep;
import lathe.engine.prepare.GroupRareStep;
import lathe.engine.prepare.HashStep;
import lathe.engine.prepare.HolidaysStep;
import lathe.engine.prepare.LevelCodesStep;
import lathe.engine.prepare.ListItemsStep;
import lathe.engine.prepare.ListLengthStep;
import lathe.engine.prepare.ListSumsStep;
import lathe.engine.prepare.MergeSpellingsStep;
import lathe.engine.prepare.MergeStep;
import lathe.engine.prepare.NormalRankStep;
import lathe.engine.prepare.NumberSteps;
import lathe.engine.prepare.OneHotStep;
import lathe.engine.prepare.OnlyMissingStep;
import lathe.engine.prepare.OrdinalStep;
import lathe.engine.prepare.PowerStep;
import lathe.engine.prepare.Step;
import lathe.engine.prepare.TargetMeanStep;
import lathe.engine.prepare.TextStatisticsStep;
import lathe.engine.prepare.TextSvdStep;
import lathe.engine.prepare.TextVectorStep;

/// The steps a column may be prepared with.
public final class Steps {

    public static final List<Step> ALL = List.of(
            new NumberSteps.Plain(), new NumberSteps.Levels(), new NumberSteps.Log(), new ClipStep(),
            new FillSteps.Mean(), new FillSteps.Median(), new FillSteps.Zero(), new FillSteps.Constant(),
            new FillSteps.Standard(), new FillSteps.Robust(),
            new NormalRankStep(), new PowerStep(), new BinsStep(), new ConvertStep(),
            new OneHotStep(), new TargetMeanStep(), new FrequencyStep(), new OrdinalStep(), new LevelCodesStep(),
            new GroupRareStep(), new MergeSpellingsStep(), new MergeStep(), new HashStep(),
            new DatePartsStep(), new DateCycleStep(), new DateAgeStep(), new HolidaysStep(new JollydayHolidays()),
            new TextVectorStep(), new TextSvdStep(), new TextStatisticsStep(),
            new ListItemsStep(), new ListLengthStep(), new ListSumsStep(), new OnlyMissingStep(), new DropStep());

    private Steps() { }
}
