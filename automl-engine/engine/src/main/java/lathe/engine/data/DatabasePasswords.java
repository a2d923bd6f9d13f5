package lathe.engine.data;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// Passwords of databases, for this process only: never in a file, a log or a message. The environment comes first, then
/// what was asked for before, then whoever can ask a person.
public final class DatabasePasswords {

    private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();
    private static volatile Function<String, Optional<String>> asking = prompt -> Optional.empty();

    private DatabasePasswords() {
    }

    /// Says how a person is asked.
    ///
    /// @param newAsking takes what the password is for, gives nothing if nobody is there
    public static void askWith(Function<String, Optional<String>> newAsking) {
        asking = newAsking;
    }

    /// @param variable environment variable that may hold it
    /// @param purpose  who logs in where, to be shown to a person
    public static Optional<String> find(String variable, String purpose) {
        String set = System.getenv(variable);
        if (set != null) {
            return Optional.of(set);
        }
        String known = KNOWN.get(purpose);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<String> asked = asking.apply(purpose);
        asked.ifPresent(password -> KNOWN.put(purpose, password));
        return asked;
    }

    /// Forgets a password that was refused, so that it is asked for again.
    public static void forget(String purpose) {
        KNOWN.remove(purpose);
    }
}
