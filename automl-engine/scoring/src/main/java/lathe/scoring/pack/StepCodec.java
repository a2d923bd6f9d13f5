package lathe.scoring.pack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lathe.scoring.step.Arithmetic;
import lathe.scoring.step.Bins;
import lathe.scoring.step.Clip;
import lathe.scoring.step.CodeTable;
import lathe.scoring.step.Cross;
import lathe.scoring.step.DateParts;
import lathe.scoring.step.FittedRecipe;
import lathe.scoring.step.FittedStep;
import lathe.scoring.step.HashedText;
import lathe.scoring.step.Impute;
import lathe.scoring.step.ListNumbers;
import lathe.scoring.step.ListVector;
import lathe.scoring.step.Lookup;
import lathe.scoring.step.MissingFlag;
import lathe.scoring.step.MissingTokens;
import lathe.scoring.step.NormalRank;
import lathe.scoring.step.NumberLevels;
import lathe.scoring.step.Numbers;
import lathe.scoring.step.OneHot;
import lathe.scoring.step.Scale;
import lathe.scoring.step.SignedLog;
import lathe.scoring.step.TextStatistics;
import lathe.scoring.step.TextSvd;
import lathe.scoring.step.TextVector;
import lathe.scoring.step.YeoJohnson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Fitted steps and recipes as JSON. Keys are the components' names; long numbers go to the tensors.
final class StepCodec {

    private StepCodec() {
    }

    static ObjectNode write(FittedRecipe recipe, TensorSink tensors) {
        ArrayNode steps = JsonText.array();
        for (FittedStep step : recipe.steps()) {
            steps.add(write(step, tensors));
        }
        ObjectNode node = JsonText.object();
        node.set("steps", steps);
        return set(node, "features", recipe.features());
    }

    static FittedRecipe readRecipe(JsonNode node, TensorSource tensors) {
        JsonRecord record = JsonRecord.of(node, "a recipe", "steps", "features");
        return new FittedRecipe(record.list("steps").stream().map(step -> read(step, tensors)).toList(), record.texts("features"));
    }

    static ObjectNode write(FittedStep step, TensorSink tensors) {
        return switch (step) {
            case MissingTokens s -> set(set(JsonText.kind("missing-tokens"), "columns", s.columns()), "tokens", s.tokens());
            case Impute s -> set(JsonText.kind("impute"), "columns", s.columns())
                    .set("fills", tensors.doubles("fills", s.fills()));
            case MissingFlag s -> set(set(JsonText.kind("missing-flag"), "columns", s.columns()), "outputs", s.outputs());
            case NumberLevels s -> write(s, tensors);
            case Clip s -> set(JsonText.kind("clip"), "columns", s.columns())
                    .set("lows", tensors.doubles("lows", s.lows()))
                    .set("highs", tensors.doubles("highs", s.highs()));
            case SignedLog s -> set(JsonText.kind("signed-log"), "columns", s.columns());
            case NormalRank s -> write(s, tensors);
            case Scale s -> set(JsonText.kind("scale"), "columns", s.columns())
                    .set("centers", tensors.doubles("centers", s.centers()))
                    .set("scales", tensors.doubles("scales", s.scales()));
            case OneHot s -> write(s, tensors);
            case Lookup s -> write(s, tensors);
            case DateParts s -> write(s);
            case TextVector s -> write(s, tensors);
            case ListVector s -> set(set(JsonText.kind("list-vector").put("column", s.column()), "items", s.items()),
                    "outputs", s.outputs());
            case TextStatistics s -> set(set(JsonText.kind("text-statistics").put("column", s.column()), "parts",
                    s.parts().stream().map(JsonRecord::name).toList()), "outputs", s.outputs());
            case TextSvd s -> write(s, tensors);
            case Arithmetic s -> write(s, tensors);
            case Cross s -> {
                ObjectNode node = set(JsonText.kind("cross"), "columns", s.columns());
                node.set("sizes", tensors.doubles("sizes", s.sizes()));
                yield node.put("output", s.output());
            }
            case CodeTable s -> write(s, tensors);
            case Bins s -> JsonText.kind("bins").put("column", s.column()).put("output", s.output())
                    .set("edges", tensors.doubles("edges", s.edges()));
            case YeoJohnson s -> set(JsonText.kind("yeo-johnson"), "columns", s.columns())
                    .set("lambdas", tensors.doubles("lambdas", s.lambdas()));
            case HashedText s -> set(JsonText.kind("hashed-text").put("column", s.column()), "outputs", s.outputs());
            case ListNumbers s -> set(set(JsonText.kind("list-numbers").put("column", s.column()), "parts",
                    s.parts().stream().map(JsonRecord::name).toList()), "outputs", s.outputs());
        };
    }

    private static ObjectNode write(TextSvd step, TensorSink tensors) {
        ObjectNode node = set(JsonText.kind("text-svd").put("column", step.column()), "words", step.words());
        set(node, "runs", step.runs());
        node.set("weights", tensors.doubles("weights", step.weights()));
        node.set("components", tensors.doubles("components", step.components()));
        return set(node, "outputs", step.outputs());
    }

    private static ObjectNode write(Arithmetic step, TensorSink tensors) {
        ObjectNode node = set(JsonText.kind("arithmetic"), "left", step.left());
        set(node, "ops", step.ops().stream().map(JsonRecord::name).toList());
        set(node, "right", step.right());
        node.set("fills", tensors.doubles("fills", step.fills()));
        return set(node, "outputs", step.outputs());
    }

    private static ObjectNode write(CodeTable step, TensorSink tensors) {
        ObjectNode node = JsonText.kind("code-table").put("column", step.column());
        node.set("keys", tensors.doubles("keys", step.keys()));
        node.set("values", tensors.doubles("values", step.values()));
        return set(node, "outputs", step.outputs());
    }

    private static ObjectNode write(NumberLevels step, TensorSink tensors) {
        ObjectNode node = set(JsonText.kind("number-levels"), "columns", step.columns());
        node.set("levels", tensors.doubles("levels", step.levels()));
        return set(node, "outputs", step.outputs());
    }

    private static ObjectNode write(NormalRank step, TensorSink tensors) {
        ObjectNode node = set(JsonText.kind("normal-rank"), "columns", step.columns());
        node.set("sizes", tensors.ints("sizes", step.knots().stream().mapToInt(Numbers::size).toArray()));
        node.set("knots", tensors.doubles("knots", joined(step.knots())));
        node.set("belows", tensors.doubles("belows", joined(step.belows())));
        return node.set("aboves", tensors.doubles("aboves", joined(step.aboves())));
    }

    private static double[] joined(List<Numbers> parts) {
        return parts.stream().flatMapToDouble(part -> Arrays.stream(part.toArray())).toArray();
    }

    private static ObjectNode write(OneHot step, TensorSink tensors) {
        ObjectNode node = JsonText.kind("one-hot").put("column", step.column());
        set(node, "texts", step.texts());
        node.set("groups", tensors.ints("groups", step.groups().stream().mapToInt(Integer::intValue).toArray()));
        return set(node, "outputs", step.outputs());
    }

    private static ObjectNode write(Lookup step, TensorSink tensors) {
        ObjectNode node = JsonText.kind("lookup").put("column", step.column());
        set(node, "texts", step.texts());
        node.set("values", tensors.doubles("values", step.values()));
        // as lists, so that an infinity finds its way too
        node.set("missing", tensors.doubles("missing", new double[] {step.missing()}));
        node.set("unseen", tensors.doubles("unseen", new double[] {step.unseen()}));
        return node.put("output", step.output());
    }

    private static ObjectNode write(DateParts step) {
        ObjectNode node = JsonText.kind("date-parts").put("column", step.column());
        set(node, "parts", step.parts().stream().map(JsonRecord::name).toList());
        return set(node, "outputs", step.outputs());
    }

    private static ObjectNode write(TextVector step, TensorSink tensors) {
        ObjectNode node = JsonText.kind("text-vector").put("column", step.column());
        set(node, "terms", step.terms());
        node.set("weights", tensors.doubles("weights", step.weights()));
        return set(node, "outputs", step.outputs());
    }

    private static ObjectNode set(ObjectNode node, String key, List<String> texts) {
        node.set(key, JsonText.texts(texts));
        return node;
    }

    static FittedStep read(JsonNode node, TensorSource tensors) {
        String kind = JsonRecord.kind(node, "a step");
        return switch (kind) {
            case "missing-tokens" -> {
                JsonRecord r = JsonRecord.of(node, kind, "kind", "columns", "tokens");
                yield new MissingTokens(r.texts("columns"), r.texts("tokens"));
            }
            case "impute" -> {
                JsonRecord r = JsonRecord.of(node, kind, "kind", "columns", "fills");
                yield new Impute(r.texts("columns"), tensors.numbers(r.node("fills")));
            }
            case "missing-flag" -> {
                JsonRecord r = JsonRecord.of(node, kind, "kind", "columns", "outputs");
                yield new MissingFlag(r.texts("columns"), r.texts("outputs"));
            }
            case "number-levels" -> {
                JsonRecord r = JsonRecord.of(node, kind, "kind", "columns", "levels", "outputs");
                yield new NumberLevels(r.texts("columns"), tensors.numbers(r.node("levels")), r.texts("outputs"));
            }
            case "clip" -> {
                JsonRecord r = JsonRecord.of(node, kind, "kind", "columns", "lows", "highs");
                yield new Clip(r.texts("columns"), tensors.numbers(r.node("lows")), tensors.numbers(r.node("highs")));
            }
            case "signed-log" -> new SignedLog(JsonRecord.of(node, kind, "kind", "columns").texts("columns"));
            case "scale" -> {
                JsonRecord r = JsonRecord.of(node, kind, "kind", "columns", "centers", "scales");
                yield new Scale(r.texts("columns"), tensors.numbers(r.node("centers")), tensors.numbers(r.node("scales")));
            }
            case "normal-rank" -> {
                JsonRecord r = JsonRecord.of(node, kind, "kind", "columns", "sizes", "knots", "belows", "aboves");
                int[] sizes = tensors.ints(r.node("sizes"));
                yield new NormalRank(r.texts("columns"), parted(sizes, tensors.doubles(r.node("knots"))),
                        parted(sizes, tensors.doubles(r.node("belows"))), parted(sizes, tensors.doubles(r.node("aboves"))));
            }
            default -> readColumnStep(kind, node, tensors);
        };
    }

    private static FittedStep readColumnStep(String kind, JsonNode node, TensorSource tensors) {
        return switch (kind) {
            case "one-hot" -> {
                JsonRecord r = JsonRecord.of(node, kind, "kind", "column", "texts", "groups", "outputs");
                List<Integer> groups = Arrays.stream(tensors.ints(r.node("groups"))).boxed().toList();
                yield new OneHot(r.text("column"), r.texts("texts"), groups, r.texts("outputs"));
            }
            case "lookup" -> {
                JsonRecord r = JsonRecord.of(node, kind, "kind", "column", "texts", "values", "missing", "unseen", "output");
                yield new Lookup(r.text("column"), r.texts("texts"), tensors.numbers(r.node("values")),
                        one(tensors.doubles(r.node("missing"))), one(tensors.doubles(r.node("unseen"))), r.text("output"));
            }
            case "date-parts" -> {
                JsonRecord r = JsonRecord.of(node, kind, "kind", "column", "parts", "outputs");
                yield new DateParts(r.text("column"), r.constants("parts", DateParts.Part.class), r.texts("outputs"));
            }
            case "text-vector" -> {
                JsonRecord r = JsonRecord.of(node, kind, "kind", "column", "terms", "weights", "outputs");
                yield new TextVector(r.text("column"), r.texts("terms"), tensors.numbers(r.node("weights")), r.texts("outputs"));
            }
            case "list-vector" -> {
                JsonRecord r = JsonRecord.of(node, kind, "kind", "column", "items", "outputs");
                yield new ListVector(r.text("column"), r.texts("items"), r.texts("outputs"));
            }
            default -> readLaterStep(kind, node, tensors);
        };
    }

    private static FittedStep readLaterStep(String kind, JsonNode node, TensorSource tensors) {
        return switch (kind) {
            case "text-statistics" -> {
                JsonRecord r = JsonRecord.of(node, kind, "kind", "column", "parts", "outputs");
                yield new TextStatistics(r.text("column"), r.constants("parts", TextStatistics.Part.class), r.texts("outputs"));
            }
            case "text-svd" -> {
                JsonRecord r = JsonRecord.of(node, kind, "kind", "column", "words", "runs", "weights", "components", "outputs");
                yield new TextSvd(r.text("column"), r.texts("words"), r.texts("runs"), tensors.numbers(r.node("weights")),
                        tensors.numbers(r.node("components")), r.texts("outputs"));
            }
            case "arithmetic" -> {
                JsonRecord r = JsonRecord.of(node, kind, "kind", "left", "ops", "right", "fills", "outputs");
                yield new Arithmetic(r.texts("left"), r.constants("ops", Arithmetic.Op.class), r.texts("right"),
                        tensors.numbers(r.node("fills")), r.texts("outputs"));
            }
            case "cross" -> {
                JsonRecord r = JsonRecord.of(node, kind, "kind", "columns", "sizes", "output");
                yield new Cross(r.texts("columns"), tensors.numbers(r.node("sizes")), r.text("output"));
            }
            case "code-table" -> {
                JsonRecord r = JsonRecord.of(node, kind, "kind", "column", "keys", "values", "outputs");
                yield new CodeTable(r.text("column"), tensors.numbers(r.node("keys")), tensors.numbers(r.node("values")),
                        r.texts("outputs"));
            }
            default -> readNewStep(kind, node, tensors);
        };
    }

    private static FittedStep readNewStep(String kind, JsonNode node, TensorSource tensors) {
        return switch (kind) {
            case "bins" -> {
                JsonRecord r = JsonRecord.of(node, kind, "kind", "column", "edges", "output");
                yield new Bins(r.text("column"), tensors.numbers(r.node("edges")), r.text("output"));
            }
            case "yeo-johnson" -> {
                JsonRecord r = JsonRecord.of(node, kind, "kind", "columns", "lambdas");
                yield new YeoJohnson(r.texts("columns"), tensors.numbers(r.node("lambdas")));
            }
            case "hashed-text" -> {
                JsonRecord r = JsonRecord.of(node, kind, "kind", "column", "outputs");
                yield new HashedText(r.text("column"), r.texts("outputs"));
            }
            case "list-numbers" -> {
                JsonRecord r = JsonRecord.of(node, kind, "kind", "column", "parts", "outputs");
                yield new ListNumbers(r.text("column"), r.constants("parts", ListNumbers.Part.class), r.texts("outputs"));
            }
            default -> throw new DamagedException("the step '%s' is unknown".formatted(kind));
        };
    }

    private static List<Numbers> parted(int[] sizes, double[] values) {
        List<Numbers> parts = new ArrayList<>();
        int from = 0;
        for (int size : sizes) {
            if (size < 0 || size > values.length - from) {
                throw new DamagedException("the sizes of ranks do not fit their numbers");
            }
            parts.add(Numbers.of(Arrays.copyOfRange(values, from, from + size)));
            from += size;
        }
        if (from != values.length) {
            throw new DamagedException("the sizes of ranks do not fit their numbers");
        }
        return parts;
    }

    private static double one(double[] values) {
        if (values.length != 1) {
            throw new DamagedException("a lookup needs one number for missing and one for unseen");
        }
        return values[0];
    }
}
