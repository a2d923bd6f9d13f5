package lathe.engine.prepare;

import java.util.List;

/// Public holidays of countries.
public interface HolidayCalendar {

    /// Codes of the countries known (ISO 3166, two capitals), in their order.
    List<String> countries();

    /// Codes of the parts of a country that have holidays of their own, in their order.
    List<String> regions(String country);

    /// Days since 1970-01-01 that are public holidays, rising, each once.
    ///
    /// @param region    a part of the country, for its own holidays besides those of the whole; empty for the latter alone
    /// @param firstYear with this one
    /// @param lastYear  with this one
    long[] days(String country, String region, int firstYear, int lastYear);
}
