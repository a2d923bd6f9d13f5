package lathe.engine.profile;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lathe.scoring.FieldType;

/// What makes a column look as if it held data about persons: the form of its commonest values, or words of its name in English or
/// German. A hint for whoever fills in the column dictionary, and nothing else: nothing is set by it.
public final class PersonalSigns {

    /// What the column seems to hold.
    public enum Kind { EMAIL, PHONE, IBAN, IP_ADDRESS, NAME, ADDRESS, BIRTH_DATE, IDENTITY }

    /// @param byValues whether its values look so, not its name alone
    public record Sign(Kind kind, boolean byValues) { }

    private static final double MOST_OF_THEM = 0.9;
    private static final int FEWEST = 3;
    private static final int LONGEST = 60;
    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}");
    private static final Pattern IP4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)");
    private static final Pattern IP6 = Pattern.compile("(?:[0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|(?=.*::)[0-9a-fA-F:]{2,39}");
    private static final Pattern WORDS = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|[^\\p{L}\\p{N}]+");
    private static final List<Map.Entry<Kind, List<Set<String>>>> NAMES = List.of(
            Map.entry(Kind.EMAIL, List.of(Set.of("email"), Set.of("mail"), Set.of("e", "mail"))),
            Map.entry(Kind.PHONE, List.of(Set.of("phone"), Set.of("telephone"), Set.of("telefon"), Set.of("mobile"), Set.of("handy"), Set.of("fax"),
                    Set.of("telefonnummer"), Set.of("phonenumber"))),
            Map.entry(Kind.IBAN, List.of(Set.of("iban"))),
            Map.entry(Kind.IP_ADDRESS, List.of(Set.of("ip"), Set.of("ipaddress"))),
            Map.entry(Kind.BIRTH_DATE, List.of(Set.of("birth"), Set.of("birthdate"), Set.of("birthday"), Set.of("dob"), Set.of("geburtsdatum"), Set.of("geburtstag"))),
            Map.entry(Kind.NAME, List.of(Set.of("first", "name"), Set.of("last", "name"), Set.of("full", "name"), Set.of("firstname"), Set.of("lastname"),
                    Set.of("fullname"), Set.of("surname"), Set.of("vorname"), Set.of("nachname"), Set.of("customer", "name"), Set.of("kundenname"))),
            Map.entry(Kind.ADDRESS, List.of(Set.of("address"), Set.of("street"), Set.of("adresse"), Set.of("anschrift"), Set.of("strasse"), Set.of("stra\u00DFe"))),
            Map.entry(Kind.IDENTITY, List.of(Set.of("ssn"), Set.of("passport"), Set.of("social", "security"), Set.of("ausweisnummer"), Set.of("steuernummer"),
                    Set.of("personalnummer"))));

    private PersonalSigns() { }

    /// By its values first, for a name may lie.
    public static Optional<Sign> of(FieldProfile column) {
        List<String> values = column.top().stream().map(level -> level.text().strip()).toList();
        boolean text = column.type() == FieldType.CATEGORY || column.type() == FieldType.TEXT;
        if (text && values.size() >= FEWEST) {
            for (Map.Entry<Kind, Predicate<String>> form : List.<Map.Entry<Kind, Predicate<String>>>of(Map.entry(Kind.EMAIL, matches(TextKindCheck.EMAIL)),
                    Map.entry(Kind.IBAN, PersonalSigns::isIban), Map.entry(Kind.IP_ADDRESS, matches(IP4).or(matches(IP6))), Map.entry(Kind.PHONE, matches(TextKindCheck.PHONE)))) {
                if (values.stream().filter(each -> each.length() <= LONGEST && form.getValue().test(each)).count() >= MOST_OF_THEM * values.size()) {
                    return Optional.of(new Sign(form.getKey(), true));
                }
            }
        }
        Set<String> words = Arrays.stream(WORDS.split(column.name())).map(word -> word.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        return NAMES.stream().filter(each -> each.getValue().stream().anyMatch(words::containsAll)).findFirst()
                .filter(each -> fits(each.getKey(), column.type())).map(each -> new Sign(each.getKey(), false));
    }

    // A yes or no, such as "has phone", tells no number; what is a number is no address.
    private static boolean fits(Kind kind, FieldType type) {
        return switch (type) {
            case CATEGORY, TEXT -> true;
            case DATE -> kind == Kind.BIRTH_DATE;
            case NUMBER -> kind == Kind.PHONE || kind == Kind.IDENTITY || kind == Kind.BIRTH_DATE;
            case BOOLEAN, LIST -> false;
        };
    }

    private static Predicate<String> matches(Pattern form) {
        return text -> form.matcher(text).matches();
    }

    // Letters as numbers from 10, the first four signs at the end: a whole account number leaves 1 when divided by 97 (ISO 13616).
    private static boolean isIban(String text) {
        String plain = text.replace(" ", "");
        if (!IBAN.matcher(plain).matches()) {
            return false;
        }
        StringBuilder digits = new StringBuilder();
        (plain.substring(4) + plain.substring(0, 4)).chars().forEach(sign -> digits.append(Character.digit(sign, 36)));
        return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
    }
}
