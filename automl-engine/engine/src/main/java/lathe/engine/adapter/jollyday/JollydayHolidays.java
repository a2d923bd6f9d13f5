package lathe.engine.adapter.jollyday;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.Year;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import lathe.engine.prepare.HolidayCalendar;

/// Public holidays as Jollyday knows them.
public record JollydayHolidays() implements HolidayCalendar {

    private static final class Known {
        static final List<String> COUNTRIES = HolidayManager.getSupportedCalendarCodes().stream().map(code -> code.toUpperCase(Locale.ROOT))
                .filter(Arrays.asList(Locale.getISOCountries())::contains).sorted().toList();
    }

    @Override
    public List<String> countries() {
        return Known.COUNTRIES;
    }

    @Override
    public List<String> regions(String country) {
        return manager(country).getCalendarHierarchy().getChildren().keySet().stream().sorted().toList();
    }

    @Override
    public long[] days(String country, String region, int firstYear, int lastYear) {
        HolidayManager manager = manager(country);
        String[] parts = region.isEmpty() ? new String[0] : new String[] {region};
        return IntStream.rangeClosed(firstYear, lastYear)
                .mapToObj(year -> manager.getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY, parts)).flatMap(holidays -> holidays.stream())
                .map(Holiday::getDate).mapToLong(date -> date.toEpochDay()).sorted().distinct().toArray();
    }

    private static HolidayManager manager(String country) {
        return HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT)));
    }
}
