package lathe.samples;

import java.time.LocalDate;

/// One house or flat as it was sold, before anybody typed it into a list.
///
/// @param district      where it stands
/// @param type          what it is
/// @param area          living area in m²
/// @param plot          plot in m², 0 for a flat
/// @param rooms         number of rooms
/// @param bathrooms     number of bathrooms, at least 1
/// @param floor         floor of a flat, 0 at street level; 0 for houses
/// @param built         year of building
/// @param renovated     year of the last renovation, 0 when there was none
/// @param condition     how it was found
/// @param heating       what heats it
/// @param energyClass   0 for A to 6 for G
/// @param balcony       whether it has one
/// @param garages       number of garage places
/// @param centreKm      kilometres to the city centre
/// @param stationMetres metres to the next station
/// @param noise         noise at the front in dB
/// @param view          `none`, `garden` or `river`
/// @param listed        day of the offer
/// @param sold          day of the sale
record House(District district, Type type, double area, double plot, int rooms, int bathrooms, int floor, int built,
             int renovated, Condition condition, String heating, int energyClass, boolean balcony, int garages,
             double centreKm, double stationMetres, double noise, String view, LocalDate listed, LocalDate sold) {

    /// Kinds of property with their part of the log price.
    enum Type {
        FLAT("flat", 0.02), TERRACED("terraced", -0.02), SEMI("semi-detached", 0.04), DETACHED("detached", 0.12);

        private final String text;
        private final double effect;

        Type(String text, double effect) {
            this.text = text;
            this.effect = effect;
        }

        String text() {
            return text;
        }
    }

    /// States of repair with their part of the log price.
    enum Condition {
        POOR("poor", -0.22), FAIR("fair", -0.07), GOOD("good", 0.04), EXCELLENT("excellent", 0.13);

        private final String text;
        private final double effect;

        Condition(String text, double effect) {
            this.text = text;
            this.effect = effect;
        }

        String text() {
            return text;
        }
    }

    /// The natural logarithm of the fair price in euros: the formula of `sample-data/README.md`.
    double logPrice() {
        double years = (sold.toEpochDay() - LocalDate.of(2019, 1, 1).toEpochDay()) / 365.25;
        double log = 12.62 + district.effect() + type.effect + condition.effect;
        log += 0.78 * StrictMath.log(area / 100) + 0.06 * StrictMath.log(1 + plot / 200) + 0.04 * (bathrooms - 1);
        log += years < 3.5 ? 0.06 * years : 0.21 - 0.05 * (years - 3.5);
        return log + place() + fabric();
    }

    private double place() {
        double log = -0.03 * centreKm + 0.12 * StrictMath.exp(-stationMetres / 400);
        log -= 0.013 * Math.max(0, noise - 58);
        if (type == Type.DETACHED && centreKm > 6) {
            log += 0.1;
        }
        return log + switch (view) {
            case "river" -> 0.13;
            case "garden" -> 0.05;
            default -> 0;
        };
    }

    private double fabric() {
        boolean dearEnergy = sold.getYear() >= 2022;
        boolean sound = condition == Condition.GOOD || condition == Condition.EXCELLENT;
        double log = -(dearEnergy ? 0.05 : 0.015) * energyClass;
        if (built < 1919 && sound) {
            log += 0.14;
        }
        if (renovated > 0) {
            log += 0.1 * StrictMath.exp(-(sold.getYear() - renovated) / 12.0);
        }
        if (heating.equals("heat pump") && dearEnergy) {
            log += 0.06;
        }
        if (type == Type.FLAT) {
            log += floor == 0 ? -0.05 : 0.012 * Math.min(floor, 6) * (balcony ? 1.6 : 1);
        }
        return log + (centreKm < 3 ? 0.09 : 0.03) * garages;
    }
}
