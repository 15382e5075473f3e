package dev.kvitt.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The data folders of stacks that are private to one command, such as a demo. */
public final class PrivateFolders {

    private static final String PREFIX = "kvitt-stack-";

    private PrivateFolders() {}

    /** A new one among the system's temporary files. */
    public static DataFolder create(Path home) {
        try {
            return DataFolder.create(Files.createTempDirectory(PREFIX), home);
        } catch (IOException e) {
            throw new UncheckedIOException("No temporary folder can be made", e);
        }
    }

    /** Those of this project whose launcher has ended: left running on purpose, or by a kill. */
    public static List<DataFolder> withoutLauncher(Path home) {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try (var folders = Files.list(temporary)) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith(PREFIX))
                    .map(DataFolder::new)
                    .filter(folder -> folder.belongsTo(home))
                    .filter(folder -> folder.pidFile(Leftovers.LAUNCHER).alive().isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Temporary folders cannot be listed", e);
        }
    }
}
