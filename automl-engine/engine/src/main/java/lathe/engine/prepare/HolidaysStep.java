package lathe.engine.prepare;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import lathe.scoring.FieldType;
import lathe.scoring.Schema;
import lathe.scoring.Table;
import lathe.scoring.step.Arithmetic;
import lathe.scoring.step.Arithmetic.Op;
import lathe.scoring.step.Bins;
import lathe.scoring.step.CodeTable;
import lathe.scoring.step.DateParts;
import lathe.scoring.step.DateParts.Part;
import lathe.scoring.step.FittedStep;
import lathe.scoring.step.Frame;
import lathe.scoring.step.NumberLevels;
import lathe.scoring.step.Numbers;

/// Whether the date is a public holiday, and how many days it is from the last one and to the next.
///
/// What is fitted holds the holidays themselves, from the year before the earliest training date until ten years after the latest.
/// A date beyond them counts as missing.
///
/// @param calendar knows them
/// @param country  code of a country it knows
/// @param region   part of that country; empty for holidays of the whole country only
public record HolidaysStep(HolidayCalendar calendar, String country, String region) implements Step {

    private static final String USUAL = "US";
    private static final int YEARS_BEFORE = 1;
    private static final int YEARS_AFTER = 10;
    /// Feasts by the moon are known for these years only.
    private static final int FIRST = 1950;
    private static final int LAST = 2075;
    private static final StepParameter REGION = StepParameter.word("region", "Part of the country with holidays of its own, such as by or ny.");

    /// As it is usual.
    public HolidaysStep(HolidayCalendar calendar) {
        this(calendar, USUAL, "");
    }

    private StepParameter countries() {
        return StepParameter.country("country", calendar.countries(), USUAL, "Country whose public holidays count.");
    }

    @Override
    public String id() {
        return "holidays";
    }

    @Override
    public String description() {
        return "Whether the date is a public holiday of a country, and the days since the last and to the next: for sales, traffic and staff.";
    }

    @Override
    public List<StepParameter> parameters() {
        return List.of(countries(), REGION);
    }

    @Override
    public Step with(StepWish wish) {
        String chosen = countries().text(wish);
        String part = REGION.text(wish);
        if (!part.isEmpty() && !calendar.regions(chosen).contains(part)) {
            List<String> known = calendar.regions(chosen);
            throw new IllegalArgumentException(known.isEmpty() ? "%s has no regions with holidays of their own".formatted(chosen)
                    : "region of %s must be one of %s, was '%s'".formatted(chosen, String.join(", ", known), part));
        }
        return new HolidaysStep(calendar, chosen, part);
    }

    @Override
    public boolean accepts(FieldType type) {
        return type == FieldType.DATE;
    }

    @Override
    public void fit(ColumnAtHand column, RecipeBuilder builder) {
        NumberFacts days = NumberFacts.of(DatePartsStep.numbers(column, List.of(Part.EPOCH_DAY)).getFirst());
        if (days.saysNothing()) {
            return;
        }
        int first = Math.max(FIRST, year(days.lowest()) - YEARS_BEFORE);
        int last = Math.min(LAST, year(days.highest()) + YEARS_AFTER);
        double[] holidays = first > last ? new double[0] : Arrays.stream(calendar.days(country, region, first, last)).asDoubleStream().toArray();
        if (holidays.length > 1) {
            add(column, holidays, builder);
        }
    }

    private static int year(double day) {
        return LocalDate.ofEpochDay((long) day).getYear();
    }

    private static void add(ColumnAtHand column, double[] holidays, RecipeBuilder builder) {
        String name = column.field().name();
        String day = builder.name(name + " running day");
        String place = builder.name(name + " between holidays");
        List<String> beside = List.of(builder.name(name + " last holiday"), builder.name(name + " next holiday"));
        List<String> distances = List.of(builder.name(name + " days since a holiday"), builder.name(name + " days to a holiday"));
        String on = builder.name(name + " is a holiday");
        List<FittedStep> steps = List.of(new DateParts(name, List.of(Part.EPOCH_DAY), List.of(day)), new Bins(day, Numbers.of(holidays), place),
                new CodeTable(place, Numbers.of(IntStream.rangeClosed(0, holidays.length).asDoubleStream().toArray()), beside(holidays), beside),
                new Arithmetic(List.of(day, beside.getLast()), List.of(Op.SUBTRACT, Op.SUBTRACT), List.of(beside.getFirst(), day),
                        Numbers.of(Double.NaN, Double.NaN), distances),
                new NumberLevels(List.of(distances.getFirst()), Numbers.of(0), List.of(on)));
        Frame frame = new Frame(new Table(new Schema(List.of(column.field())), List.of(column.strings())));
        steps.forEach(step -> {
            step.apply(frame);
            builder.textStep(step);
        });
        if (!NumberFacts.of(frame.numbers(on)).isConstant()) {
            builder.feature(on);
        }
        List<NumberFacts> facts = distances.stream().map(each -> NumberFacts.of(frame.numbers(each))).toList();
        // One flag for both: they are missing together.
        NumberSteps.flag(distances.getFirst(), name, facts.getFirst(), column.forTrees(), builder);
        for (int i = 0; i < facts.size(); i++) {
            NumberSteps.finishUnflagged(distances.get(i), facts.get(i), column.forTrees(), builder);
        }
    }

    // The holiday before and the one after, by how many have been; neither is known before the first, from the last on, and for missing.
    private static Numbers beside(double[] holidays) {
        double[] beside = new double[2 * (holidays.length + 2)];
        Arrays.fill(beside, Double.NaN);
        for (int past = 1; past < holidays.length; past++) {
            beside[2 * past] = holidays[past - 1];
            beside[2 * past + 1] = holidays[past];
        }
        return Numbers.of(beside);
    }
}
