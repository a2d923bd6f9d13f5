package lathe.samples;

/// The districts of the invented city of Lindenau; the second sheet of the workbook lists them.
enum District {
    ALTSTADT("Altstadt", "01107", 0.24, 0.8, 0.08, "old town, few parking places"),
    UFERVIERTEL("Uferviertel", "01109", 0.30, 1.9, 0.22, "old villas along the river"),
    BAHNHOF("Bahnhof", "01127", -0.10, 1.4, 0.05, "around the main station, loud"),
    NEUSTADT("Neustadt", "01129", 0.12, 2.2, 0.12, "students, bars, courtyards"),
    SCHLOSSBERG("Schloßberg", "01139", 0.34, 3.6, 0.38, "best address since 1890"),
    WERFT("Werft", "01157", 0.05, 3.1, 0.10, "docks rebuilt as flats since 2010"),
    MUEHLENGRUND("Mühlengrund", "01159", 0.02, 5.2, 0.34, "families, good schools"),
    SONNENHANG("Sonnenhang", "01169", 0.10, 6.4, 0.41, "slopes to the south"),
    PLATTE("Platte", "01187", -0.26, 5.8, 0.19, "slab blocks of the seventies"),
    INDUSTRIE("Industriegürtel", "01189", -0.30, 4.9, 0.07, "works and depots"),
    DORF("Altdorf", "01217", -0.08, 8.7, 0.52, "a village until 1994"),
    SEE("Am See", "01219", 0.16, 9.8, 0.60, "weekend houses, now lived in");

    private final String text;
    private final String postcode;
    private final double effect;
    private final double centreKm;
    private final double green;
    private final String note;

    District(String text, String postcode, double effect, double centreKm, double green, String note) {
        this.text = text;
        this.postcode = postcode;
        this.effect = effect;
        this.centreKm = centreKm;
        this.green = green;
        this.note = note;
    }

    String text() {
        return text;
    }

    /// Five digits; the leading zero is part of it.
    String postcode() {
        return postcode;
    }

    /// Its part of the log price.
    double effect() {
        return effect;
    }

    /// Usual distance to the city centre in kilometres.
    double centreKm() {
        return centreKm;
    }

    /// Share of parks and gardens in its ground, in [0, 1].
    double green() {
        return green;
    }

    String note() {
        return note;
    }
}
