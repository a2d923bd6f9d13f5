package lathe.engine.adapter.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import lathe.scoring.form.Blend;
import lathe.scoring.form.Constant;
import lathe.scoring.form.Discriminant;
import lathe.scoring.form.Form;
import lathe.scoring.form.Graph;
import lathe.scoring.form.Kernel;
import lathe.scoring.form.Linear;
import lathe.scoring.form.Link;
import lathe.scoring.form.Network;
import lathe.scoring.form.Neighbours;
import lathe.scoring.form.Trees;

/// Writes fitted forms as nodes; each gives in the graph what its `predict` gives in Java, shape \[N, outputs\].
final class FormNodes {

    private final GraphBuilder graph;
    private final Function<String, Block> recipes;

    /// @param recipes gives the features of a recipe's id
    FormNodes(GraphBuilder graph, Function<String, Block> recipes) {
        this.graph = graph;
        this.recipes = recipes;
    }

    /// The weighted sum of the members, blends inside blends laid flat, raised to its power.
    String write(Blend blend) {
        List<String> shares = new ArrayList<>();
        addShares(blend, 1, new TreeNodes(graph, asksForGroups(blend)), shares);
        String sum = shares.getFirst();
        for (String share : shares.subList(1, shares.size())) {
            sum = graph.node("Add", List.of(sum, share));
        }
        return blend.power() == 1 ? sum : link(Link.NORMALISE, graph.node("Pow", List.of(sum, graph.row(blend.power()))));
    }

    private static boolean asksForGroups(Form form) {
        return switch (form) {
            case Blend blend -> blend.members().stream().anyMatch(member -> asksForGroups(member.form()));
            case Trees trees -> !trees.levels().isEmpty();
            case Graph foreign -> GraphNodes.read(foreign).hasOldTrees();   // one file has one version of each domain
            case Constant _, Linear _, Network _, Discriminant _, Neighbours _, Kernel _ -> false;
        };
    }

    private void addShares(Blend blend, double share, TreeNodes trees, List<String> shares) {
        for (Blend.Member member : blend.members()) {
            double weight = share * member.weight();
            switch (member.form()) {
                case Blend inner -> addShares(inner, weight, trees, shares);
                case Constant constant -> shares.add(weighted(weight, constant(constant)));
                case Linear linear -> shares.add(weighted(weight, linear(linear, recipes.apply(member.recipe()))));
                case Network network -> shares.add(weighted(weight, new NetworkNodes(graph, this::link).write(network, recipes.apply(member.recipe()))));
                case Discriminant form -> shares.add(weighted(weight, discriminant(form, recipes.apply(member.recipe()))));
                case Neighbours form -> shares.add(weighted(weight, neighbours(form, recipes.apply(member.recipe()))));
                case Kernel form -> shares.add(weighted(weight, kernel(form, recipes.apply(member.recipe()))));
                case Graph foreign -> shares.add(weighted(weight, foreign(foreign, recipes.apply(member.recipe()))));
                case Trees forest -> shares.add(weighted(weight, trees(forest, trees, recipes.apply(member.recipe()))));
            }
        }
    }

    private String weighted(double weight, String answer) {
        return weight == 1 ? answer : graph.node("Mul", List.of(answer, graph.row(weight)));
    }

    private String constant(Constant constant) {
        return graph.repeat(constant.values().toArray());
    }

    private String linear(Linear linear, Block features) {
        int k = linear.biases().size();
        int p = linear.width();
        if (p == 0) {
            return link(linear.link(), graph.repeat(linear.biases().toArray()));
        }
        check(features.width() == p, "a linear form of %d features".formatted(p), features);
        double[] transposed = new double[p * k];
        for (int output = 0; output < k; output++) {
            for (int feature = 0; feature < p; feature++) {
                transposed[feature * k + output] = linear.weights().get(output * p + feature);
            }
        }
        String sums = graph.node("MatMul", List.of(features.tensor(), graph.rows(p, transposed)));
        return link(linear.link(), graph.node("Add", List.of(sums, graph.row(linear.biases().toArray()))));
    }

    private String discriminant(Discriminant form, Block features) {
        check(features.width() == form.width(), "a discriminant of %d features".formatted(form.width()), features);
        return link(Link.SOFTMAX, new DiscriminantNodes(graph).scores(form, features.tensor()));
    }

    private String neighbours(Neighbours form, Block features) {
        check(features.width() == form.rows().width(), "neighbours of %d features".formatted(form.rows().width()), features);
        return link(form.link(), new KnownRowsNodes(graph).means(form, features.tensor()));
    }

    private String kernel(Kernel form, Block features) {
        check(features.width() == form.rows().width(), "a kernel of %d features".formatted(form.rows().width()), features);
        return link(form.link(), new KnownRowsNodes(graph).sums(form, features.tensor()));
    }

    private String foreign(Graph form, Block features) {
        check(features.width() == form.width(), "a graph of %d features".formatted(form.width()), features);
        return GraphNodes.write(graph, form, features.tensor());
    }

    private String trees(Trees form, TreeNodes trees, Block features) {
        check(features.width() >= form.width(), "trees that ask for %d features".formatted(form.width()), features);
        String sums = trees.sums(form, features.tensor());
        boolean based = Arrays.stream(form.base()).anyMatch(start -> start != 0);
        return link(form.link(), based ? graph.node("Add", List.of(sums, graph.row(form.base()))) : sums);
    }

    private static void check(boolean fits, String form, Block features) {
        if (!fits) {
            throw new IllegalArgumentException("%s got %d".formatted(form, features.width()));
        }
    }

    private String link(Link link, String raw) {
        return switch (link) {
            case IDENTITY -> raw;
            case EXP -> graph.node("Exp", List.of(raw));
            case EXPM1 -> graph.node("Sub", List.of(graph.node("Exp", List.of(raw)), graph.row(1)));
            case LOGISTIC -> logistic(raw);
            case SOFTMAX -> graph.node("Softmax", List.of(raw), Attributes.of("axis", 1));
            case NORMALISE -> graph.node("Div", List.of(raw, graph.node("ReduceSum", List.of(raw, graph.longs(1)))));
        };
    }

    private String logistic(String raw) {
        String denominator = graph.node("Add", List.of(graph.node("Exp", List.of(graph.node("Neg", List.of(raw)))), graph.row(1)));
        String p = graph.node("Div", List.of(graph.row(1), denominator));
        return graph.node("Concat", List.of(graph.node("Sub", List.of(graph.row(1), p)), p), Attributes.of("axis", 1));
    }
}
