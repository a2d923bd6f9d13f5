package lathe.samples;

import java.util.List;

/// The teams of the support desk, with how often each is written to.
enum Queue {
    BILLING("billing", 26), ACCESS("access", 22), BUG("bug", 20), DEVICES("devices", 14), FEATURE("feature", 10),
    CANCELLATION("cancellation", 8);

    private final String text;
    private final double weight;

    Queue(String text, double weight) {
        this.text = text;
        this.weight = weight;
    }

    String text() {
        return text;
    }

    /// A queue for a customer: devices need a paid plan, who pays nothing seldom asks about bills and leaves more easily,
    /// and large customers (over 100 seats) ask about accounts and features.
    static Queue draw(String plan, int seats, Dice dice) {
        double[] weights = new double[values().length];
        for (Queue queue : values()) {
            weights[queue.ordinal()] = queue.weight * factor(queue, plan, seats);
        }
        return dice.pick(List.of(values()), weights);
    }

    private static double factor(Queue queue, String plan, int seats) {
        boolean free = plan.equals("free");
        boolean large = seats > 100;
        return switch (queue) {
            case BILLING -> free ? 0.25 : 1.2;
            case ACCESS -> large ? 1.6 : 1;
            case BUG -> 1;
            case DEVICES -> free ? 0.1 : plan.equals("business") ? 1.9 : 1;
            case FEATURE -> large ? 1.8 : free ? 1.4 : 0.8;
            case CANCELLATION -> large ? 0.3 : free ? 1.5 : 1.2;
        };
    }
}
