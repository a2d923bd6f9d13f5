package lathe.scoring;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Units whose factors do not change. Factors are exact by definition (international yard and pound, 1959; gallon and fluid
/// ounce are those of the United States). Left out is what means different things (pint, ton, horses, kilobyte) or has no fixed
/// length (month, year, currencies).
public enum MeasureUnit {
    MILLIGRAM(Kind.MASS, "mg", 1e-6, "milligram|milligrams|milligramm"),
    GRAM(Kind.MASS, "g", 1e-3, "gram|grams|gramm"),
    KILOGRAM(Kind.MASS, "kg", 1, "kgs|kilo|kilos|kilogram|kilograms|kilogramm"),
    TONNE(Kind.MASS, "t", 1000, "tonne|tonnes"),
    OUNCE(Kind.MASS, "oz", 0.028349523125, "ounce|ounces"),
    POUND(Kind.MASS, "lb", 0.45359237, "lbs|pound|pounds"),
    STONE(Kind.MASS, "st", 6.35029318, "stone|stones"),

    MILLIMETRE(Kind.LENGTH, "mm", 1e-3, "millimetre|millimetres|millimeter|millimeters"),
    CENTIMETRE(Kind.LENGTH, "cm", 1e-2, "centimetre|centimetres|centimeter|centimeters|zentimeter"),
    METRE(Kind.LENGTH, "m", 1, "metre|metres|meter|meters"),
    KILOMETRE(Kind.LENGTH, "km", 1000, "kilometre|kilometres|kilometer|kilometers"),
    INCH(Kind.LENGTH, "in", 0.0254, "inch|inches|\"|\u2033|''|zoll"),
    FOOT(Kind.LENGTH, "ft", 0.3048, "foot|feet|'|\u2032"),
    YARD(Kind.LENGTH, "yd", 0.9144, "yard|yards"),
    MILE(Kind.LENGTH, "mi", 1609.344, "mile|miles"),

    SQUARE_CENTIMETRE(Kind.AREA, "cm2", 1e-4, "cm\u00B2"),
    SQUARE_METRE(Kind.AREA, "m2", 1, "m\u00B2|sqm|sq m|qm"),
    HECTARE(Kind.AREA, "ha", 1e4, "hectare|hectares|hektar"),
    SQUARE_KILOMETRE(Kind.AREA, "km2", 1e6, "km\u00B2"),
    SQUARE_FOOT(Kind.AREA, "ft2", 0.09290304, "ft\u00B2|sqft|sq ft"),
    ACRE(Kind.AREA, "acre", 4046.8564224, "acres"),

    MILLILITRE(Kind.VOLUME, "ml", 1e-3, "millilitre|millilitres|milliliter|milliliters|cm3|cm\u00B3"),
    CENTILITRE(Kind.VOLUME, "cl", 1e-2, "centilitre|centilitres|centiliter|centiliters"),
    LITRE(Kind.VOLUME, "l", 1, "litre|litres|liter|liters"),
    CUBIC_METRE(Kind.VOLUME, "m3", 1000, "m\u00B3"),
    FLUID_OUNCE(Kind.VOLUME, "fl oz", 0.0295735295625, "fluid ounce|fluid ounces"),
    GALLON(Kind.VOLUME, "gal", 3.785411784, "gallon|gallons"),

    MILLISECOND(Kind.TIME, "ms", 1e-3, "millisecond|milliseconds"),
    SECOND(Kind.TIME, "s", 1, "sec|secs|second|seconds|sek|sekunde|sekunden"),
    MINUTE(Kind.TIME, "min", 60, "mins|minute|minutes|minuten"),
    HOUR(Kind.TIME, "h", 3600, "hr|hrs|hour|hours|std|stunde|stunden"),
    DAY(Kind.TIME, "d", 86_400, "day|days|tag|tage"),
    WEEK(Kind.TIME, "week", 604_800, "weeks|wk|wks|woche|wochen"),

    CELSIUS(Kind.TEMPERATURE, "\u00B0C", 1, "c|celsius"),
    FAHRENHEIT(Kind.TEMPERATURE, "\u00B0F", 5.0 / 9, "f|fahrenheit"),
    KELVIN(Kind.TEMPERATURE, "K", 1, "kelvin"),

    PER_CENT(Kind.SHARE, "%", 0.01, "per cent|percent|prozent"),
    PER_MILLE(Kind.SHARE, "\u2030", 0.001, "per mille|promille"),

    METRE_A_SECOND(Kind.SPEED, "m/s", 1, "mps|metres per second|meters per second"),
    KILOMETRE_AN_HOUR(Kind.SPEED, "km/h", 1 / 3.6, "kmh|kph"),
    MILE_AN_HOUR(Kind.SPEED, "mph", 0.44704, "mi/h|miles per hour"),

    WATT(Kind.POWER, "W", 1, "watt|watts"),
    KILOWATT(Kind.POWER, "kW", 1000, "kilowatt|kilowatts");

    /// What is measured; units of one kind are converted into each other.
    public enum Kind { MASS, LENGTH, AREA, VOLUME, TIME, TEMPERATURE, SHARE, SPEED, POWER }

    static final String IN = " in ";

    private static final double NANO = 1e9;
    private static final double ZERO_CELSIUS = 273.15;
    private static final double ZERO_FAHRENHEIT = 459.67;
    private static final Pattern BLANKS = Pattern.compile("[\\u00A0\\u2007\\u202F\\u2009]");
    private static final Map<String, MeasureUnit> BY_NAME = new HashMap<>();

    static {
        for (MeasureUnit unit : values()) {
            BY_NAME.put(key(unit.symbol), unit);
            for (String name : unit.names.split("\\|")) {
                BY_NAME.put(name, unit);
            }
        }
    }

    private final Kind kind;
    private final String symbol;
    private final double factor;
    private final String names;   // between bars

    MeasureUnit(Kind kind, String symbol, double factor, String names) {
        this.kind = kind;
        this.symbol = symbol;
        this.factor = factor;
        this.names = names;
    }

    public Kind kind() {
        return kind;
    }

    /// As it is written in formats and for people.
    public String symbol() {
        return symbol;
    }

    /// The unit of this name or sign, whatever its capitals.
    public static Optional<MeasureUnit> find(String name) {
        return Optional.ofNullable(BY_NAME.get(key(name)));
    }

    /// Behind the decimal mark in the format of a number column that is read in this unit.
    public String formatEnd() {
        return IN + symbol;
    }

    /// The unit that the format of a number column reads in, as [Field#format]; none for other formats.
    public static Optional<MeasureUnit> ofFormat(String format) {
        return format.startsWith(IN, 1) ? find(format.substring(1 + IN.length())) : Optional.empty();
    }

    static MeasureUnit require(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("no unit '%s' is known; there are %s".formatted(name,
                String.join(", ", Arrays.stream(values()).map(MeasureUnit::symbol).toList()))));
    }

    private static String key(String name) {
        String key = BLANKS.matcher(name).replaceAll(" ").strip().toLowerCase(Locale.ROOT).replace("deg ", "\u00B0").replace("\u00B0 ", "\u00B0");
        return key.endsWith(".") ? key.substring(0, key.length() - 1) : key;
    }

    /// A value of this unit in another one of the same kind, to twelve digits, or nine decimals of a degree.
    ///
    /// @throws IllegalArgumentException if they measure different things
    public double in(MeasureUnit other, double value) {
        if (kind != other.kind) {
            throw new IllegalArgumentException("%s and %s measure different things".formatted(symbol, other.symbol));
        }
        if (this == other) {
            return value;
        }
        double converted = (value + zero()) * factor / other.factor - other.zero();
        return kind == Kind.TEMPERATURE ? Math.rint(converted * NANO) / NANO : NumberReading.rounded(converted);
    }

    // How far its zero lies above that of the base unit, in its own degrees.
    private double zero() {
        return switch (this) {
            case CELSIUS -> ZERO_CELSIUS;
            case FAHRENHEIT -> ZERO_FAHRENHEIT;
            default -> 0;
        };
    }
}
