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

/// Public holidays as Jollyday knows them. The library loads its parts when first asked and is not made for several threads
/// then, so that one at a time may ask.
public record JollydayHolidays() implements HolidayCalendar {

    private static final Object ONE_AT_A_TIME = new Object();

    private static final class Known {
        static final List<String> COUNTRIES = HolidayManager.getSupportedCalendarCodes().stream().map(code -> code.toUpperCase(Locale.ROOT))
                .filter(Arrays.asList(Locale.getISOCountries())::contains).sorted().toList();
    }

    @Override
    public List<String> countries() {
        synchronized (ONE_AT_A_TIME) {
            return Known.COUNTRIES;
        }
    }

    @Override
    public List<String> regions(String country) {
        synchronized (ONE_AT_A_TIME) {
            return manager(country).getCalendarHierarchy().getChildren().keySet().stream().sorted().toList();
        }
    }

    @Override
    public long[] days(String country, String region, int firstYear, int lastYear) {
        String[] parts = region.isEmpty() ? new String[0] : new String[] {region};
        synchronized (ONE_AT_A_TIME) {
            HolidayManager manager = manager(country);
            return IntStream.rangeClosed(firstYear, lastYear)
                    .mapToObj(year -> manager.getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY, parts)).flatMap(holidays -> holidays.stream())
                    .map(Holiday::getDate).mapToLong(date -> date.toEpochDay()).sorted().distinct().toArray();
        }
    }

    private static HolidayManager manager(String country) {
        return HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT)));
    }
}
