package dev.kvitt.sandbox.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.stream.Collectors;

/** Reads what developers send to the control API, and says which field is wrong: a misspelled fault must not be no fault. */
@ApplicationScoped
class StrictJson {

    private final JsonMapper mapper = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    <T> T read(byte[] body, Class<T> type) {
        try {
            T value = mapper.readValue(body, type);
            if (value == null) {
                throw ControlError.badRequest("A JSON object is expected.");
            }
            return value;
        } catch (UnrecognizedPropertyException e) {
            throw ControlError.badRequest("There is no field " + e.getPropertyName() + ". The fields here: "
                    + e.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .collect(Collectors.joining(", "))
                    + ".");
        } catch (JsonMappingException e) {
            throw ControlError.badRequest(field(e) + " cannot have this value. " + firstSentence(e));
        } catch (IOException e) {
            throw ControlError.badRequest("This is not valid JSON.");
        }
    }

    private static String field(JsonMappingException e) {
        String path = e.getPath().stream()
                .map(part -> part.getFieldName() == null ? "[" + part.getIndex() + "]" : "." + part.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
        return path.isEmpty() ? "The body" : path;
    }

    /** Of an enum, its values are told in it. */
    private static String firstSentence(JsonProcessingException e) {
        String message = e.getOriginalMessage();
        int values = message.indexOf("[");
        int end = message.indexOf("]", values);
        return message.contains("Enum") && values > 0 && end > values
                ? "It is one of " + message.substring(values + 1, end) + "."
                : "";
    }
}
