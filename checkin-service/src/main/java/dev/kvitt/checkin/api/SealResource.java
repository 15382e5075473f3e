package dev.kvitt.checkin.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kvitt.checkin.domain.CustomerValues;
import dev.kvitt.events.Customer;
import dev.kvitt.events.seal.NoSealingKeyException;
import dev.kvitt.events.seal.Sealer;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * Seals a customer's value for a till that has no library to do it. The answer is the {@code customer} of its next request.
 * No value is logged or told in an answer, so the body is read here and by nothing that might quote it.
 */
@Path("/customers/seal")
public class SealResource {

    /** Longest body in characters. */
    static final int MAX_BODY = 4_000;

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private final Sealer sealer;
    private final TillToken token;

    SealResource(Sealer sealer, TillToken token) {
        this.sealer = sealer;
        this.token = token;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response seal(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, String body) {
        if (!token.allows(authorization)) {
            return Response.status(Response.Status.UNAUTHORIZED)
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                    .build();
        }
        var wanted = body == null || body.length() > MAX_BODY ? Optional.<JsonNode>empty() : read(body);
        var kind = wanted.flatMap(json -> kind(json.path("kind").asText()));
        if (kind.isEmpty() || !wanted.get().path("value").isTextual()) {
            return problem(
                    400,
                    "send {\"kind\": \"PHONE_NUMBER\", \"value\": \"...\"}, with PERSONAL_QR or CUSTOMER_TOKEN likewise");
        }
        var value = wanted.get().get("value").textValue();
        return CustomerValues.objection(kind.get(), value)
                .map(sentence -> problem(400, sentence))
                .orElseGet(() -> sealed(kind.get(), value));
    }

    private Response sealed(Customer.Kind kind, String value) {
        try {
            return Response.ok(Map.of(
                            "kind", kind.name(), "value", sealer.seal(value).jwe()))
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        } catch (NoSealingKeyException e) {
            return problem(503, "there is no sealing key at the moment; nothing was asked of the customer, try again");
        }
    }

    private static Optional<JsonNode> read(String body) {
        try {
            return Optional.ofNullable(MAPPER.readTree(body));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static Optional<Customer.Kind> kind(String name) {
        return Arrays.stream(Customer.Kind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst();
    }

    private static Response problem(int status, String detail) {
        return Response.status(status)
                .type("application/problem+json")
                .entity(Map.of("status", status, "title", "Not sealed", "detail", detail))
                .build();
    }
}
