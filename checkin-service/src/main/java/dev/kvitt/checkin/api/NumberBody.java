package dev.kvitt.checkin.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kvitt.checkin.domain.CustomerValues;
import dev.kvitt.events.Customer;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** A number in the body of a request, read here and by nothing that might quote it. */
final class NumberBody {

    private static final int LONGEST = 1_000;
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private NumberBody() {}

    /** Digits, country code first; empty where there are none. */
    static Optional<String> read(String body) {
        if (body == null || body.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(MAPPER.readTree(body).path("number").asText())
                    .filter(number -> CustomerValues.objection(Customer.Kind.PHONE_NUMBER, number)
                            .isEmpty());
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    static Response wrong() {
        return CustomerAnswers.problem(
                400,
                "Not a number",
                "send {\"number\": \"...\"}: 9 to 15 digits, the country code first, without + and spaces");
    }
}
