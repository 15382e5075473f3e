package dev.kvitt.sandbox.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Reads a state file from its first line to its last whole one. */
final class StateFileReader {

    private static final int VERSION = 1;
    private static final int BUFFER_BYTES = 1 << 20;
    private static final int SHOWN_CHARACTERS = 60;

    private final Path path;
    private final Consumer<Change> reader;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(BUFFER_BYTES);
    private long lines;
    private long whole;

    StateFileReader(Path path, Consumer<Change> reader) {
        this.path = path;
        this.reader = reader;
    }

    /** @return length of the whole lines, in bytes; what follows is half a line */
    long read() throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), BUFFER_BYTES)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                split(buffer, count);
            }
        }
        if (lines == 0 && line.size() > 0) {
            requireHalfHeader();
        }
        return whole;
    }

    private void split(byte[] buffer, int count) {
        int start = 0;
        for (int i = 0; i < count; i++) {
            if (buffer[i] == '\n') {
                line.write(buffer, start, i - start);
                start = i + 1;
                take(line.toByteArray());
                line.reset();
            }
        }
        line.write(buffer, start, count - start);
    }

    private void take(byte[] text) {
        lines++;
        if (lines == 1) {
            requireKnownFormat(text);
        } else {
            parse(text).forEach(reader);
        }
        whole += text.length + 1;
    }

    private List<Change> parse(byte[] text) {
        try {
            return ChangeLine.read(text);
        } catch (IOException | RuntimeException e) {
            throw new StateFileException(
                    "Line " + lines + " of the state file " + path + " is broken (" + e.getMessage()
                            + "), so what it changed is unknown, and nothing was started that would be wrong. "
                            + "Put a copy of the file back; or delete that line, if you can do without what it says; "
                            + "or move the file away to start empty.",
                    e);
        }
    }

    private void requireKnownFormat(byte[] first) {
        JsonNode header = header(first);
        if (header == null
                || !"vipps-sandbox-state".equals(header.path("format").asText())) {
            throw notOurs(first);
        }
        if (header.path("version").asInt() != VERSION) {
            throw new StateFileException("The state file " + path + " has format version "
                    + header.path("version").asText() + ", and this sandbox knows version " + VERSION
                    + " only. Start it with the sandbox that wrote it, or move it away to start empty.");
        }
    }

    private static JsonNode header(byte[] first) {
        try {
            return StateJson.mapper().readTree(first);
        } catch (IOException notJson) {
            return null;
        }
    }

    /** The sandbox may have been killed while it wrote the very first line. */
    private void requireHalfHeader() {
        byte[] begun = line.toByteArray();
        boolean half = begun.length < StateFile.HEADER.length
                && Arrays.equals(begun, Arrays.copyOf(StateFile.HEADER, begun.length));
        if (!half) {
            throw notOurs(begun);
        }
    }

    private StateFileException notOurs(byte[] first) {
        String text = new String(first, StandardCharsets.UTF_8);
        return new StateFileException("The file " + path + " is not a state of the sandbox: it begins with \""
                + text.substring(0, Math.min(SHOWN_CHARACTERS, text.length()))
                + "\". It was not touched. Set sandbox.state-file to another place.");
    }
}
