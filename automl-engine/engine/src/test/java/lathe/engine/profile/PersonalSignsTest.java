package lathe.engine.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import lathe.engine.profile.PersonalSigns.Kind;
import lathe.engine.profile.PersonalSigns.Sign;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.Schema;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonalSignsTest {

    private static Optional<Sign> sign(String name, FieldType type, String... values) {
        Table table = new Table(new Schema(List.of(Field.of(name, type))), List.of(StringColumn.of(List.of(values))));
        return PersonalSigns.of(Profiler.profile(table, null).fields().getFirst());
    }

    // The account numbers are the examples of the SWIFT IBAN registry.
    @Test
    void knowsFormsOfValuesWhateverTheName() {
        assertEquals(Optional.of(new Sign(Kind.EMAIL, true)), sign("x", FieldType.CATEGORY, "a@b.de", "c.d@e.org", "f+g@h.co.uk"));
        assertEquals(Optional.of(new Sign(Kind.IBAN, true)), sign("x", FieldType.CATEGORY, "DE89370400440532013000", "GB29 NWBK 6016 1331 9268 19", "FR1420041010050500013M02606"));
        assertEquals(Optional.of(new Sign(Kind.IP_ADDRESS, true)), sign("x", FieldType.CATEGORY, "192.168.0.1", "10.0.0.255", "2001:db8::1"));
        assertEquals(Optional.of(new Sign(Kind.PHONE, true)), sign("x", FieldType.CATEGORY, "+49 228 12345", "(030) 1234567", "555-123-4567"));
    }

    @Test
    void isNotTakenInByWhatOnlyLooksLikeThem() {
        assertEquals(Optional.empty(), sign("code", FieldType.CATEGORY, "DE89370400440532013001", "GB29NWBK60161331926818", "AB12CDEFGHIJKLMNO"));
        assertEquals(Optional.empty(), sign("version", FieldType.CATEGORY, "1.2.3", "1.2.3.400", "2.0.0.1"));
        assertEquals(Optional.empty(), sign("day", FieldType.CATEGORY, "2024-12-31", "01/02/2023", "2024-02-01"));
    }

    @ParameterizedTest
    @CsvSource({"first_name, NAME", "lastName, NAME", "Vorname, NAME", "date of birth, BIRTH_DATE", "customer.email, EMAIL", "Home Address, ADDRESS", "client_ip, IP_ADDRESS"})
    void knowsWordsOfNames(String name, Kind kind) {
        assertEquals(Optional.of(new Sign(kind, false)), sign(name, FieldType.TEXT, "a", "b", "c"));
    }

    @ParameterizedTest
    @CsvSource({"product_name", "file name", "ship", "zip", "phoneme", "street_lights_count_x", "emailed"})
    void leavesOtherNamesAlone(String name) {
        assertEquals(Optional.empty(), sign(name, FieldType.BOOLEAN, "true", "false", "true"));
    }

    @Test
    void anAnswerOfYesOrNoHoldsNoNumber() {
        assertEquals(Optional.empty(), sign("phone", FieldType.BOOLEAN, "true", "false", "true"));
        assertEquals(Optional.empty(), sign("product_name", FieldType.CATEGORY, "a", "b", "c"));
    }
}
