package dev.kvitt.messaging.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.postgresql.Driver;

class DirectUrlTest {

    private static final String PASSWORD = "a&b=c+d %e?/ø\"'";

    @Test
    void an_address_without_a_user_gets_the_pools_whatever_its_password_is_made_of() {
        var read = read(DirectUrl.of("jdbc:postgresql://db:5432/sales", "kvitt", PASSWORD));

        assertThat(read).containsEntry("user", "kvitt").containsEntry("password", PASSWORD);
        assertThat(read).containsEntry("PGDBNAME", "sales");
    }

    @Test
    void what_the_address_says_of_encryption_stays() {
        var read = read(DirectUrl.of("jdbc:postgresql://db:5432/sales?sslmode=verify-full", "kvitt", PASSWORD));

        assertThat(read).containsEntry("sslmode", "verify-full").containsEntry("password", PASSWORD);
    }

    @Test
    void an_address_that_names_a_user_is_left_as_it_is() {
        var url = "jdbc:postgresql://db:5432/sales?user=relay&password=other";

        assertThat(DirectUrl.of(url, "kvitt", PASSWORD)).isEqualTo(url);
    }

    @Test
    void without_a_pools_user_nothing_is_added() {
        assertThat(DirectUrl.of("jdbc:postgresql://db:5432/sales", "", ""))
                .isEqualTo("jdbc:postgresql://db:5432/sales");
    }

    /** As the driver itself understands it. */
    private static Properties read(String url) {
        return Driver.parseURL(url, new Properties());
    }
}
