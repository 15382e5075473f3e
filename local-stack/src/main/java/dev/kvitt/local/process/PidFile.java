package dev.kvitt.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Remembers a process beyond the life of its launcher.
 *
 * @param file holds the process id and its birth
 */
public record PidFile(Path file) {

    /** Writes down a process that lives now; one that ended already is not written down. */
    public void write(long pid) {
        ProcessIdentity.of(pid).ifPresent(this::write);
    }

    /** Writes down this very process. */
    public void write(ProcessIdentity identity) {
        try {
            Files.writeString(file, identity.pid() + " " + identity.birth() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("Process id cannot be written down in " + file, e);
        }
    }

    /** The recorded process, when it still lives; a process that merely got the same id is not found. */
    public Optional<ProcessHandle> alive() {
        return read().flatMap(ProcessIdentity::alive);
    }

    /** Forgets the process. */
    public void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Process id file cannot be deleted: " + file, e);
        }
    }

    /** Name of the process: the file's name without its ending. */
    public String name() {
        String name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }

    private Optional<ProcessIdentity> read() {
        try {
            String[] parts = Files.readString(file).strip().split(" ", 2);
            // A launcher killed in the middle of writing leaves half a line: nothing to go by.
            return parts.length == 2 && parts[0].matches("\\d{1,10}")
                    ? Optional.of(new ProcessIdentity(Long.parseLong(parts[0]), parts[1]))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
