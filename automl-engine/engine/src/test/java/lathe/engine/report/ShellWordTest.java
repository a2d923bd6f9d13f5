package lathe.engine.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ShellWordTest {

    @Test
    void leavesPlainWordsAlone() {
        assertEquals("sample-data/churn.lathe-project", ShellWord.posix("sample-data/churn.lathe-project"));
        assertEquals("C:\\data\\churn.lathe-project", ShellWord.of("C:\\data\\churn.lathe-project", "Windows 11"));
    }

    @Test
    void quotesWhatAShellWouldReadOtherwise() {
        assertEquals("'new user/it'\\''s'", ShellWord.of("new user/it's", "Linux"));
        assertEquals("'$HOME'", ShellWord.posix("$HOME"));
        assertEquals("''", ShellWord.posix(""));
        assertEquals("\"C:\\new user\\a\"", ShellWord.of("C:\\new user\\a", "Windows 11"));
    }
}
