package dev.kvitt.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Times, ids and constants in exactly one form each, where Jackson takes many: numbers, spaces around, short UUIDs. */
final class StrictTypes {

    private static final Pattern UTC =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z");
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private StrictTypes() {}

    static SimpleModule module() {
        return new SimpleModule()
                .addSerializer(Instant.class, ToStringSerializer.instance)
                .addDeserializer(Instant.class, new TextReader<>(StrictTypes::instant))
                .addDeserializer(UUID.class, new TextReader<>(StrictTypes::uuid))
                .setDeserializerModifier(new Constants());
    }

    /** RFC 3339, UTC, as {@code 2026-11-21T10:00:00Z}. */
    static Instant instant(String text) {
        return Instant.parse(Patterns.require(UTC, text, "a time"));
    }

    /** All 36 characters: Java alone would read {@code 1-1-1-1-1}. */
    static UUID uuid(String text) {
        return UUID.fromString(text != null && isHex(text) ? text : Patterns.require(HEX, text, "an id"));
    }

    /** As {@link #HEX}, without what a pattern costs: every event has some. */
    private static boolean isHex(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            var isDash = i == 8 || i == 13 || i == 18 || i == 23;
            if (isDash ? c != '-' : !HexFormat.isHexDigit(c)) {
                return false;
            }
        }
        return text.length() == 36;
    }

    private static Object constant(Class<?> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a constant of " + type.getSimpleName()));
    }

    private static final class Constants extends BeanDeserializerModifier {
        @Override
        public JsonDeserializer<?> modifyEnumDeserializer(
                DeserializationConfig config, JavaType type, BeanDescription bean, JsonDeserializer<?> usual) {
            return new TextReader<>(text -> constant(type.getRawClass(), text));
        }
    }

    private static final class TextReader<T> extends JsonDeserializer<T> {

        private final Function<String, T> reading;

        TextReader(Function<String, T> reading) {
            this.reading = reading;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                context.reportWrongTokenException(this, JsonToken.VALUE_STRING, "must be a string");
            }
            return reading.apply(parser.getText());
        }
    }
}
