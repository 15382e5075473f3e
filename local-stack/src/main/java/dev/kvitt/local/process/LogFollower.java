package dev.kvitt.local.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Hands on the lines of a growing file, whole ones only. */
public final class LogFollower {

    private final Path file;
    private final Consumer<String> sink;
    private long position;

    /** From the beginning of the file. */
    public LogFollower(Path file, Consumer<String> sink) {
        this.file = file;
        this.sink = sink;
    }

    /** From the file's end as it is now. */
    public LogFollower fromEnd() throws IOException {
        position = Files.exists(file) ? Files.size(file) : 0;
        return this;
    }

    /** Hands on what came since the last call. A file that was replaced is read from its beginning. */
    public void catchUp() throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            if (in.length() < position) {
                position = 0;
            }
            byte[] bytes = new byte[Math.toIntExact(Math.min(in.length() - position, 1 << 20))];
            in.seek(position);
            in.readFully(bytes);
            handOn(bytes);
        }
    }

    private void handOn(byte[] bytes) {
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                sink.accept(new String(bytes, start, i - start, StandardCharsets.UTF_8));
                start = i + 1;
            }
        }
        position += start;
    }
}
