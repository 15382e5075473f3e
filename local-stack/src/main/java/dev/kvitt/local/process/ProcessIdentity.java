package dev.kvitt.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * One process, told apart from a later one that got the same process id.
 *
 * @param pid the process id
 * @param birth when it was started, in a form that never changes while it lives
 */
public record ProcessIdentity(long pid, String birth) {

    /** Ended, but not yet asked for its exit code; in many containers nobody ever asks. */
    private static final Set<String> ENDED = Set.of("Z", "X");

    /** The identity of a process that lives now; empty when there is none. */
    public static Optional<ProcessIdentity> of(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).flatMap(handle -> birth(handle)
                .map(birth -> new ProcessIdentity(pid, birth)));
    }

    /** The process itself, when it still lives and is the same one. */
    public Optional<ProcessHandle> alive() {
        return of(pid).filter(this::equals).flatMap(same -> ProcessHandle.of(pid));
    }

    private static Optional<String> birth(ProcessHandle handle) {
        Path stat = Path.of("/proc", Long.toString(handle.pid()), "stat");
        return Files.exists(Path.of("/proc/self/stat"))
                ? linuxBirth(stat)
                : handle.info().startInstant().map(instant -> "instant:" + instant.toEpochMilli());
    }

    /** Ticks since boot, beside the boot's id: unlike the wall clock, nobody sets them. */
    private static Optional<String> linuxBirth(Path stat) {
        try {
            String line = Files.readString(stat);
            // The name in parentheses may hold spaces; the start time is field 22, the 20th after the name.
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            if (ENDED.contains(fields[0])) {
                return Optional.empty();
            }
            return Optional.of("ticks:" + fields[19] + "@" + bootId());
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static String bootId() throws IOException {
        return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
    }
}
