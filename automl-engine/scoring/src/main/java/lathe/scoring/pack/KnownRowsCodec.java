package lathe.scoring.pack;

import lathe.scoring.form.Kernel;
import lathe.scoring.form.KnownRows;
import lathe.scoring.form.Link;
import lathe.scoring.form.Neighbours;
import lathe.scoring.step.Numbers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The forms that keep rows, [Neighbours] and [Kernel], as JSON and tensors.
final class KnownRowsCodec {

    static final String NEIGHBOURS = "neighbours";
    static final String KERNEL = "kernel";

    private KnownRowsCodec() { }

    static ObjectNode write(Neighbours form, TensorSink tensors) {
        ObjectNode node = write(NEIGHBOURS, form.rows(), tensors);
        node.set("answers", tensors.doubles("answers", form.answers()));
        node.put("count", form.vote().count()).put("squared", form.vote().squared()).put("by-distance", form.vote().byDistance());
        node.set("base", tensors.doubles("base", form.base()));
        node.set("factor", JsonText.number(form.factor()));
        return node.put("link", JsonRecord.name(form.link()));
    }

    static Neighbours readNeighbours(JsonNode node, TensorSource tensors) {
        JsonRecord r = JsonRecord.of(node, NEIGHBOURS, "kind", "centres", "scales", "rows", "answers", "count", "squared",
                "by-distance", "base", "factor", "link");
        KnownRows rows = rows(r, tensors);
        Numbers answers = tensors.numbers(r.node("answers"));
        Neighbours.Vote vote = new Neighbours.Vote(r.whole("count"), flag(r, "squared"), flag(r, "by-distance"));
        return new Neighbours(rows, answers, vote, tensors.numbers(r.node("base")), r.number("factor"),
                r.constant("link", Link.class));
    }

    static ObjectNode write(Kernel form, TensorSink tensors) {
        ObjectNode node = write(KERNEL, form.rows(), tensors);
        node.put("similarity", JsonRecord.name(form.similarity().kind()));
        node.set("gamma", JsonText.number(form.similarity().gamma()));
        node.set("offset", JsonText.number(form.similarity().offset()));
        node.put("degree", form.similarity().degree());
        node.set("coefficients", tensors.doubles("coefficients", form.coefficients()));
        node.set("biases", tensors.doubles("biases", form.biases()));
        return node.put("link", JsonRecord.name(form.link()));
    }

    static Kernel readKernel(JsonNode node, TensorSource tensors) {
        JsonRecord r = JsonRecord.of(node, KERNEL, "kind", "centres", "scales", "rows", "similarity", "gamma", "offset", "degree",
                "coefficients", "biases", "link");
        KnownRows rows = rows(r, tensors);
        Kernel.Similarity similarity = new Kernel.Similarity(r.constant("similarity", Kernel.Similarity.Kind.class),
                r.number("gamma"), r.number("offset"), r.whole("degree"));
        Numbers coefficients = tensors.numbers(r.node("coefficients"));
        Numbers biases = tensors.numbers(r.node("biases"));
        Link link = r.constant("link", Link.class);
        FormCodec.check(link, biases.size());
        return new Kernel(rows, similarity, coefficients, biases, link);
    }

    private static ObjectNode write(String kind, KnownRows rows, TensorSink tensors) {
        ObjectNode node = JsonText.kind(kind);
        node.set("centres", tensors.doubles("centres", rows.centres()));
        node.set("scales", tensors.doubles("scales", rows.scales()));
        node.set("rows", tensors.floats("rows", rows.values()));
        return node;
    }

    private static KnownRows rows(JsonRecord r, TensorSource tensors) {
        Numbers centres = tensors.numbers(r.node("centres"));
        Numbers scales = tensors.numbers(r.node("scales"));
        return new KnownRows(centres, scales, tensors.floats(r.node("rows")));
    }

    private static boolean flag(JsonRecord r, String key) {
        JsonNode value = r.node(key);
        if (!value.isBoolean()) {
            throw new DamagedException("'%s' of neighbours must be true or false".formatted(key));
        }
        return value.booleanValue();
    }
}
