package lathe.engine.derive;

import lathe.scoring.FieldType;
import lathe.scoring.Problem;
import lathe.scoring.derive.Expression;
import lathe.scoring.derive.ValueType;

/// What comes of reading a text as an expression.
public sealed interface Reading {

    /// It fits the table.
    ///
    /// @param value what it gives
    /// @param field type of the column it would make
    record Fits(Expression expression, ValueType value, FieldType field) implements Reading { }

    /// It does not.
    ///
    /// @param what   one sentence
    /// @param start  first character concerned, from 0
    /// @param end    behind the last one, above `start` unless the text ends there
    /// @param remedy what to do, one sentence
    record Wrong(String what, int start, int end, String remedy) implements Reading {

        /// Place, sentence and remedy in one.
        public String sentence() {
            return "Character %d: %s %s".formatted(start + 1, what, remedy).strip();
        }

        /// @param where what the text stands for, for example `derived column ratio`
        public Problem problem(String where) {
            return new Problem("expression", "Character %d: %s".formatted(start + 1, what), where, remedy);
        }
    }
}
