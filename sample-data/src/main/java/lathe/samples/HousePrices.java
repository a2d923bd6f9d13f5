package lathe.samples;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Houses and flats sold in an invented city, and their prices, as an office keeps them in a workbook.
///
/// The fair price is [House#logPrice]; the price paid differs from it by a factor whose logarithm has a deviation of
/// 0.12. `transfer_tax` is five per cent of the price and known for two sales in five: it must not be offered to a learner.
public final class HousePrices implements SampleTable {

    private static final long SEED = 20_250_703L;
    private static final int ROWS = 3_000;
    private static final double NOISE = 0.12;
    private static final List<String> HEADER = List.of("listing_id", "listed_on", "sold_on", "district", "postcode",
            "property_type", "living_area", "plot_area", "rooms", "bathrooms", "floor", "year_built", "renovated",
            "condition", "heating", "energy_class", "balcony", "garages", "centre_km", "station_m", "noise_db", "view",
            "currency", "transfer_tax", "price");
    private static final List<String> UNKNOWN = List.of("", "", "n/a", "k.A.");

    /// A sale: the fair price and the price paid, in euros.
    record Sale(House house, double fair, double paid) {
    }

    @Override
    public CatalogueEntry entry() {
        return new CatalogueEntry("house-prices.xlsx", "What houses sell for",
                "An estate agency wants a first estimate for the houses and flats it is offered. Each row of the sheet"
                + " Sales is a sale of the years 2019 to 2024 in the invented city of Lindenau; the sheet Districts"
                + " describes its quarters.",
                "regression", "price", List.of("listing_id", "transfer_tax"),
                "transfer_tax is five per cent of the price and known after the sale, so it gives the answer away",
                ROWS, HEADER.size(), CatalogueEntry.LICENCE, CatalogueEntry.ORIGIN);
    }

    @Override
    public void write(Path file) throws IOException {
        Mess mess = new Mess(new Dice(SEED + 1));
        Dice dice = new Dice(SEED + 2);
        List<List<Object>> rows = new ArrayList<>(ROWS);
        for (Sale sale : sales()) {
            List<Object> cells = new ArrayList<>(List.of("L" + (20_000 + rows.size() * 13)));
            cells.addAll(front(sale.house, mess));
            cells.addAll(back(sale.house, mess));
            Object tax = dice.chance(0.4) ? (Object) (double) Math.round(sale.paid * 0.05) : "";
            cells.addAll(List.of("EUR", tax, sale.paid));
            rows.add(cells);
        }
        HouseWorkbook.write(file, HEADER, rows);
    }

    static List<Sale> sales() {
        Dice dice = new Dice(SEED);
        List<Sale> sales = new ArrayList<>(ROWS);
        for (int i = 0; i < ROWS; i++) {
            House house = house(dice);
            double log = house.logPrice();
            double paid = StrictMath.exp(log + dice.normal(0, NOISE));
            sales.add(new Sale(house, StrictMath.exp(log), Math.round(paid / 500) * 500.0));
        }
        return sales;
    }

    private static House house(Dice dice) {
        District district = dice.pick(List.of(District.values()), 7, 6, 8, 12, 5, 8, 12, 9, 12, 6, 8, 7);
        double km = Math.max(0.2, district.centreKm() + dice.normal(0, 0.7));
        House.Type type = dice.pick(List.of(House.Type.values()), km < 3 ? 8 : 3.5, 1.5, 1.5, km < 3 ? 0.6 : 2.5);
        boolean flat = type == House.Type.FLAT;
        double area = Math.round(dice.skewed(flat ? 74 : type == House.Type.DETACHED ? 150 : 118, 0.32) * 10) / 10.0;
        int built = built(district, dice);
        LocalDate listed = LocalDate.of(2019, 1, 1).plusDays(dice.below(2_100));
        LocalDate sold = listed.plusDays((int) Math.clamp(dice.skewed(48, 0.7), 5, 90));
        int renovated = built < 1990 && dice.chance(0.45) ? dice.between(1995, listed.getYear()) : 0;
        int youth = (renovated > 0 ? 1 : 0) + (built > 2000 ? 2 : 0);
        House.Condition condition = dice.pick(List.of(House.Condition.values()),
                youth == 0 ? 3 : 0.4, youth == 0 ? 5 : 2, 5, 1 + 2 * youth);
        int energy = Math.clamp(Math.round((2_015 - built) / 14.0 - 2 * youth + dice.normal(1, 1)), 0, 6);
        String heating = dice.pick(List.of("gas", "district heat", "oil", "heat pump"),
                5, km < 4 ? 4 : 1, built < 1985 ? 3 : 0.5, built > 2012 ? 6 : 0.6);
        double noise = Math.round(dice.normal(district == District.BAHNHOF ? 66 : 56, 5.5) * 10) / 10.0;
        String view = dice.pick(List.of("none", "garden", "river"), 6, flat ? 1.5 : 4,
                district == District.UFERVIERTEL || district == District.WERFT ? 4 : 0.3);
        return new House(district, type, area, flat ? 0 : Math.round(dice.skewed(type == House.Type.DETACHED ? 560 : 260, 0.5)),
                Math.clamp(Math.round(area / 27 + dice.normal(0, 0.6)), 1, 12),
                1 + (area > 95 && dice.chance(0.6) ? 1 : 0) + (area > 170 && dice.chance(0.5) ? 1 : 0),
                flat ? dice.below(7) : 0, built, renovated, condition, heating, energy,
                dice.chance(flat ? 0.6 : 0.35), dice.index(5, flat ? 2 : 5, flat ? 0.2 : 1.6), Math.round(km * 10) / 10.0,
                Math.round(dice.skewed(650, 0.7)), noise, view, listed, sold);
    }

    private static int built(District district, Dice dice) {
        return switch (district) {
            case ALTSTADT, UFERVIERTEL, SCHLOSSBERG, NEUSTADT ->
                    dice.chance(0.65) ? dice.between(1870, 1918) : dice.between(1950, 2021);
            case PLATTE -> dice.chance(0.85) ? dice.between(1968, 1988) : dice.between(1995, 2018);
            case WERFT -> dice.between(2008, 2021);
            case BAHNHOF, MUEHLENGRUND, SONNENHANG, INDUSTRIE, DORF, SEE -> dice.between(1900, 2021);
        };
    }

    private static List<Object> front(House house, Mess mess) {
        boolean flat = house.type() == House.Type.FLAT;
        return List.of(house.listed(), house.sold(), mess.spelling(house.district().text(), 0.04),
                house.district().postcode(), mess.spelling(house.type().text(), 0.08), hole(mess, house.area(), 0.01),
                flat ? "" : hole(mess, house.plot(), 0.03), (double) house.rooms(), hole(mess, house.bathrooms(), 0.04),
                flat ? hole(mess, house.floor(), 0.03) : "", hole(mess, house.built(), 0.04),
                house.renovated() == 0 ? "" : (double) house.renovated());
    }

    private static List<Object> back(House house, Mess mess) {
        String energy = "ABCDEFG".substring(house.energyClass(), house.energyClass() + 1);
        return List.of(mess.hole(house.condition().text(), 0.04, UNKNOWN),
                mess.hole(mess.spelling(house.heating(), 0.08), 0.03, UNKNOWN),
                mess.hole(energy, 0.12, UNKNOWN), house.balcony() ? "yes" : "no",
                (double) house.garages(), house.centreKm(), hole(mess, house.stationMetres(), 0.02),
                hole(mess, house.noise(), 0.15), house.view());
    }

    private static Object hole(Mess mess, double value, double share) {
        String cell = mess.hole("known", share, UNKNOWN);
        return cell.equals("known") ? (Object) value : cell;
    }
}
