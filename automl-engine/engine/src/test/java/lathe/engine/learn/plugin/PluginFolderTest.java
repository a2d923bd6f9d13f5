package lathe.engine.learn.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginFolderTest {

    @TempDir
    Path home;

    @Test
    void liesBesideTheApplication() throws IOException {
        assertEquals(Optional.empty(), PluginFolder.of(null, null, null).path());
        assertEquals(Optional.empty(), PluginFolder.of(null, null, home.toString()).path());
        Path plugins = Files.createDirectory(home.resolve("plugins"));

        assertEquals(Optional.of(plugins), PluginFolder.of(null, " ", home.toString()).path());
    }

    @Test
    void aNamedFolderComesFirst() throws IOException {
        Path first = Files.createDirectory(home.resolve("first"));
        Path second = Files.createDirectory(home.resolve("second"));

        assertEquals(Optional.of(first), PluginFolder.of(first.toString(), second.toString(), home.toString()).path());
        assertEquals(Optional.of(second), PluginFolder.of(null, second.toString(), home.toString()).path());
    }

    @Test
    void aRelativeOrAbsentFolderIsNotRead() {
        assertEquals(new PluginFolder(Optional.empty(), "The plug-in folder must be named from the root, was 'plugins'."),
                PluginFolder.of(null, "plugins", null));
        String absent = home.resolve("absent").toString();
        assertEquals("There is no plug-in folder '%s'.".formatted(absent), PluginFolder.of(null, absent, null).problem());
    }
}
