package dev.kvitt.system.refusals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.kvitt.system.refusals.Refused.Door;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Whoever is refused something finds the code of it in the docs. */
class RefusalsPageTest {

    private static final Path PAGE = Path.of("..", "docs", "refusals.md");

    @Test
    void the_page_has_every_code_with_which_something_is_refused() throws IOException {
        var page = RefusalsPage.text();
        if (System.getProperty("refusals.write") != null) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE)
                .as("docs/refusals.md is made from the code; write it anew with " + RefusalsPage.COMMAND)
                .content()
                .isEqualTo(page);
    }

    @Test
    void refusals_are_found_however_the_services_say_them() throws IOException {
        assertThat(RefusalsPage.refusals())
                .extracting(Refused::door, Refused::code, Refused::more)
                .contains(
                        tuple(Door.EVENTS, "more-than-reserved", "yes"),
                        tuple(Door.EVENTS, "not-sent-customer-unknown", "yes"),
                        tuple(Door.EVENTS, "valid-for-too-long", "yes"),
                        tuple(Door.EVENTS, "mixed-currencies", "yes"),
                        tuple(Door.TILLS, "idempotency-key-reused", "409"),
                        tuple(Door.TILLS, "till-not-permitted", "403"),
                        tuple(Door.TILLS, "invalid-request", "400"),
                        tuple(Door.CODES, "in-use", "409"),
                        tuple(Door.CODES, "unauthorized", "401"),
                        tuple(Door.CUSTOMERS, "unknown-customer", "404"));
    }
}
