package dev.kvitt.sandbox.store;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.kvitt.vipps.rules.Msn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Changes that belong together as one line of the state file: a JSON array, without its line end. */
final class ChangeLine {

    private ChangeLine() {}

    static byte[] write(List<Change> changes) {
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        String separator = "[";
        for (Change change : changes) {
            text(line, separator);
            text(line, "{\"shelf\":\"" + change.shelf().name() + "\"");
            change.shelf().msn().ifPresent(msn -> text(line, ",\"msn\":\"" + msn.value() + "\""));
            text(line, ",\"key\":");
            line.writeBytes(change.key());
            content(line, change);
            text(line, "}");
            separator = ",";
        }
        text(line, "]");
        return line.toByteArray();
    }

    private static void content(ByteArrayOutputStream line, Change change) {
        text(line, change.patch() == null ? ",\"value\":" : ",\"patch\":");
        if (change.patch() != null) {
            line.writeBytes(change.patch());
        } else if (change.value() != null) {
            line.writeBytes(change.value());
        } else {
            text(line, "null");
        }
    }

    /** @throws IOException if it is not such a line */
    static List<Change> read(byte[] line) throws IOException {
        List<Change> changes = new ArrayList<>();
        try (JsonParser parser = StateJson.mapper().createParser(line)) {
            require(parser.nextToken() == JsonToken.START_ARRAY, "an array is expected");
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                changes.add(change(parser, line));
            }
            require(parser.currentToken() == JsonToken.END_ARRAY, "objects are expected");
            require(parser.nextToken() == null, "nothing is expected behind the array");
        }
        return changes;
    }

    private static Change change(JsonParser parser, byte[] line) throws IOException {
        String shelf = null;
        Optional<Msn> msn = Optional.empty();
        byte[] key = null;
        byte[] value = null;
        byte[] patch = null;
        boolean contentSeen = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            JsonToken start = parser.nextToken();
            switch (field) {
                case "shelf" -> shelf = parser.getText();
                case "msn" -> msn = Optional.of(new Msn(parser.getText()));
                case "key" -> key = raw(parser, line);
                case "value" -> {
                    byte[] raw = raw(parser, line);
                    value = start == JsonToken.VALUE_NULL ? null : raw;
                    contentSeen = true;
                }
                case "patch" -> {
                    patch = raw(parser, line);
                    contentSeen = true;
                }
                default -> throw new IOException("unknown field " + field);
            }
        }
        require(shelf != null && key != null && contentSeen, "shelf, key and value are expected");
        return new Change(new ShelfName(shelf, msn), key, value, patch);
    }

    /** The bytes of the value the parser stands at; afterwards it stands at its end. */
    private static byte[] raw(JsonParser parser, byte[] line) throws IOException {
        int start = Math.toIntExact(parser.currentTokenLocation().getByteOffset());
        parser.skipChildren();
        // A text is only looked at when it is asked for: then the parser stands behind it.
        parser.getTextLength();
        int end = Math.toIntExact(parser.currentLocation().getByteOffset());
        return Arrays.copyOfRange(line, start, end);
    }

    private static void require(boolean right, String otherwise) throws IOException {
        if (!right) {
            throw new IOException(otherwise);
        }
    }

    private static void text(ByteArrayOutputStream line, String text) {
        line.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
