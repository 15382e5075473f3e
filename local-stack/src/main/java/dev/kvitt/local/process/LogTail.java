package dev.kvitt.local.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The end of a log file. */
public final class LogTail {

    /** How much of a file's end is looked at, in bytes. */
    private static final int WINDOW = 64 * 1024;

    private LogTail() {}

    /** The last lines of the file, at most so many; none when there is no file. */
    public static List<String> lines(Path log, int limit) throws IOException {
        if (!Files.exists(log)) {
            return List.of();
        }
        List<String> lines = window(log).lines().toList();
        return lines.subList(Math.max(0, lines.size() - limit), lines.size());
    }

    private static String window(Path log) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long start = Math.max(0, file.length() - WINDOW);
            byte[] bytes = new byte[Math.toIntExact(file.length() - start)];
            file.seek(start);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
