package dev.kvitt.sandbox.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.kvitt.sandbox.domain.SandboxConfig;
import dev.kvitt.vipps.rules.ErrorCode;
import dev.kvitt.vipps.rules.Refusal;
import dev.kvitt.vipps.rules.orders.ImageBody;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.stream.Collectors;

/** Reads request bodies strictly: unknown fields, doubled fields, numbers as text and text as numbers are refused. */
@ApplicationScoped
class JsonBodies {

    private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);

    private final JsonMapper mapper = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .withCoercionConfig(
                    LogicalType.Textual, config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    private final long limit;

    JsonBodies(SandboxConfig config) {
        this.limit = config.bodyLimit().asLongValue();
    }

    JsonMapper mapper() {
        return mapper;
    }

    /**
     * @param body as received; nothing at all reads like an empty object
     * @throws RefusedException if it is not JSON of this shape
     * @throws ClientErrorException 413 if it is larger than any request but an image
     */
    <T> ParsedBody<T> read(byte[] body, Class<T> type) {
        if (body != null && body.length > limit) {
            throw new ClientErrorException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
        }
        return parse(body, type);
    }

    /** May be as large as the HTTP server lets through. */
    ImageBody readImage(byte[] body) {
        return parse(body, ImageBody.class).value();
    }

    private <T> ParsedBody<T> parse(byte[] body, Class<T> type) {
        try {
            JsonNode tree = mapper.readTree(body == null || body.length == 0 ? NOTHING : body);
            if (tree == null || !tree.isObject()) {
                throw new RefusedException(Refusal.Malformed.of("body", "A JSON object is expected."));
            }
            return new ParsedBody<>(mapper.treeToValue(tree, type), fingerprint(tree));
        } catch (JsonMappingException e) {
            throw new RefusedException(refusal(e));
        } catch (StreamReadException notJson) {
            throw new RefusedException(refusal(notJson));
        } catch (IOException notJson) {
            throw new RefusedException(Refusal.Malformed.of("body", "The body is not valid JSON."));
        }
    }

    private static Refusal refusal(StreamReadException e) {
        boolean twice = e.getOriginalMessage().startsWith("Duplicate field");
        JsonParser parser = e.getProcessor();
        boolean inMetadata = parser != null
                && parser.getParsingContext().pathAsPointer().toString().startsWith("/metadata/");
        return twice && inMetadata
                ? Refusal.Coded.of(ErrorCode.DUPLICATE_METADATA)
                : Refusal.Malformed.of("body", "The body is not valid JSON.");
    }

    private static Refusal refusal(JsonMappingException e) {
        String field = e.getPath().stream()
                .map(part -> part.getFieldName() == null ? "[" + part.getIndex() + "]" : "." + part.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
        if (e instanceof UnrecognizedPropertyException) {
            return Refusal.Malformed.of(field, "The field is unknown.");
        }
        boolean amount = field.equals("amount.value") || field.equals("modificationAmount.value");
        return amount
                ? new Refusal.Coded(ErrorCode.INVALID_AMOUNT, "The amount is a whole number of minor units.")
                : Refusal.Malformed.of(field, "The value has the wrong type.");
    }

    private String fingerprint(JsonNode tree) throws JsonProcessingException {
        byte[] canonical = mapper.writeValueAsBytes(mapper.treeToValue(tree, Object.class));
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK lacks SHA-256: bodies cannot be compared", e);
        }
    }
}
