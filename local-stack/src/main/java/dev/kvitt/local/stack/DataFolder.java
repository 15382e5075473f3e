package dev.kvitt.local.stack;

import dev.kvitt.local.Folders;
import dev.kvitt.local.LauncherException;
import dev.kvitt.local.process.PidFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * The one folder in which a stack keeps everything: databases, topics, the local Vipps' payments, logs, secrets,
 * process ids.
 *
 * @param root carries our marker file, so that nothing else is ever deleted for it
 */
public record DataFolder(Path root) {

    /** Its presence says that the folder is ours; its content names the project it belongs to. */
    static final String MARKER = "kvitt-stack";

    /** Made when missing, for its owner only; an existing folder of somebody else's is refused. */
    public static DataFolder create(Path root, Path home) {
        try {
            if (Files.exists(root) && !Files.exists(root.resolve(MARKER)) && !isEmpty(root)) {
                throw new LauncherException("The folder " + root + " holds something else than a Kvitt stack."
                        + " Choose an empty or a new one with KVITT_DATA.");
            }
            Files.createDirectories(root);
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
            Files.writeString(root.resolve(MARKER), home.toAbsolutePath() + "\n");
            DataFolder folder = new DataFolder(root.toAbsolutePath());
            Files.createDirectories(folder.logs());
            Files.createDirectories(folder.run());
            Files.createDirectories(folder.secrets());
            Files.setPosixFilePermissions(folder.secrets(), PosixFilePermissions.fromString("rwx------"));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("The stack's data folder cannot be made: " + root, e);
        }
    }

    /** Whether a stack was ever started here. */
    public boolean exists() {
        return Files.exists(root.resolve(MARKER));
    }

    /** Whether the stack here belongs to that project folder. */
    public boolean belongsTo(Path home) {
        try {
            return exists()
                    && Files.readString(root.resolve(MARKER))
                            .strip()
                            .equals(home.toAbsolutePath().toString());
        } catch (IOException e) {
            return false;
        }
    }

    /** Deletes the folder and everything in it; refused without our marker. */
    public void delete() {
        if (!exists()) {
            throw new LauncherException("The folder " + root + " is not a Kvitt stack's and is not deleted.");
        }
        Folders.delete(root);
    }

    /** Puts the logs of the last run aside, so that a log holds one run only. */
    public void rotateLogs(List<String> names) {
        for (String name : names) {
            try {
                if (Files.exists(log(name))) {
                    Files.move(log(name), log(name + ".previous"), StandardCopyOption.REPLACE_EXISTING);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("The log of the last run cannot be put aside: " + log(name), e);
            }
        }
    }

    public Path logs() {
        return root.resolve("logs");
    }

    /** Output of one part. */
    public Path log(String name) {
        return logs().resolve(name + ".log");
    }

    /** Process ids and the state of the running stack. */
    public Path run() {
        return root.resolve("run");
    }

    public PidFile pidFile(String name) {
        return new PidFile(run().resolve(name + ".pid"));
    }

    /** Every process id written down, of this or an earlier run. */
    public List<PidFile> pidFiles() {
        if (!Files.isDirectory(run())) {
            return List.of();
        }
        try (var files = Files.list(run())) {
            return files.filter(file -> file.toString().endsWith(".pid"))
                    .sorted()
                    .map(PidFile::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Process ids cannot be read from " + run(), e);
        }
    }

    /** For its owner only. */
    public Path secrets() {
        return root.resolve("secrets");
    }

    public Path postgres() {
        return root.resolve("postgres");
    }

    public Path kafka() {
        return root.resolve("kafka");
    }

    /** The local Vipps MobilePay's payments and all it knows. */
    public Path sandboxState() {
        return root.resolve("vipps-sandbox").resolve("state.jsonl");
    }

    /** What the example shop writes down before it sends it. */
    public Path shop() {
        return root.resolve("shop");
    }

    /** Who exists: merchants, shops, machines, QR codes. */
    public Path registry() {
        return root.resolve("registry.yaml");
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
