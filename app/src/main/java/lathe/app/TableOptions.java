package lathe.app;

import java.util.List;
import lathe.engine.track.TableChoice;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;
import picocli.CommandLine.Option;

/// What is made of a table before anything is learnt from it.
final class TableOptions {

    @Option(names = "--derive", paramLabel = "\"NAME = EXPRESSION\"", description = {
        "New column computed from others of its row, also when the model is asked; repeatable:",
        "--derive \"tenure_years = tenure / 12\" --derive \"days = days_between(begin, '2024-12-31')\"."})
    private List<String> derive = List.of();

    @Option(names = "--where", paramLabel = "CONDITION",
            description = "Learn only from rows that meet it: --where \"age >= 18 and status <> 'test'\". A model answers every row all the same.")
    private String where = "";

    @Option(names = "--duplicates", paramLabel = "remove", description = "Learn only from the first of rows that are equal in every column.")
    private String duplicates = "";

    @Option(names = "--contradictions", paramLabel = "remove",
            description = "Leave rows out of learning and of the score that are equal in every feature but differ in the target.")
    private String contradictions = "";

    @Option(names = "--unusual-rows", paramLabel = "remove",
            description = "Leave rows out of learning and of the score whose numbers together are unlike those of all others; \"remove beyond 8\" for another limit row_distance.")
    private String unusualRows = "";

    /// @throws ProblemException if an option says nothing that can be meant
    TableChoice toChoice() {
        require("--duplicates", duplicates);
        require("--contradictions", contradictions);
        if (!TableChoice.isUnusualRows(unusualRows)) {
            throw new ProblemException(Problem.of("option", "--unusual-rows must be remove, or such as \"remove beyond 8\", was '%s'.".formatted(unusualRows),
                    "Leave it out to keep all rows."));
        }
        TableChoice choice = TableChoice.NONE.withWhere(where.strip()).withDuplicates(duplicates).withContradictions(contradictions)
                .withUnusualRows(unusualRows);
        for (String each : derive) {
            int equals = each.indexOf('=');
            String name = equals < 0 ? "" : unquoted(each.substring(0, equals).strip());
            if (name.isBlank() || each.substring(equals + 1).isBlank()) {
                throw new ProblemException(Problem.of("option", "--derive needs a name and an expression, was '%s'.".formatted(each),
                        "Write for example --derive \"ratio = debt / income\"."));
            }
            choice = choice.withDerived(name, each.substring(equals + 1).strip());
        }
        return choice;
    }

    private static void require(String option, String word) {
        if (!word.isEmpty() && !word.equals(TableChoice.REMOVE)) {
            throw new ProblemException(Problem.of("option", "%s must be remove, was '%s'.".formatted(option, word), "Leave it out to keep all rows."));
        }
    }

    private static String unquoted(String name) {
        return name.length() > 2 && name.startsWith("`") && name.endsWith("`") ? name.substring(1, name.length() - 1) : name;
    }
}
