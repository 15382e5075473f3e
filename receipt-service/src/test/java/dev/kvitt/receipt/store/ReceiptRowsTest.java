package dev.kvitt.receipt.store;

import static dev.kvitt.receipt.Samples.MSN;
import static dev.kvitt.receipt.Samples.authorized;
import static dev.kvitt.receipt.Samples.captured;
import static dev.kvitt.receipt.Samples.fanta;
import static dev.kvitt.receipt.Samples.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.ReceiptWay;
import dev.kvitt.local.test.TestParts;
import dev.kvitt.receipt.domain.ReceiptStatus;
import dev.kvitt.receipt.domain.Sold;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReceiptRowsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private Connection connection;

    @BeforeEach
    void open() throws Exception {
        var database = TestParts.postgres().freshDatabase("receipt");
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .locations("db/messaging", "db/receipt")
                .load()
                .migrate();
        connection = DriverManager.getConnection(database.directUrl());
    }

    @AfterEach
    void close() throws Exception {
        connection.close();
    }

    @Test
    void a_payment_that_is_told_of_again_keeps_its_first_receipt_and_what_became_of_it() throws Exception {
        var first = Sold.of(authorized("rows-meter", ReceiptWay.BEFORE_CAPTURE, fanta()))
                .orElseThrow();
        assertThat(ReceiptRows.insert(connection, first, NOW)).isTrue();
        ReceiptRows.posted(connection, first, NOW);

        var again = Sold.of(captured("rows-meter", ReceiptWay.BEFORE_CAPTURE, line(2500, 2000, 500, 2500)))
                .orElseThrow();
        assertThat(ReceiptRows.insert(connection, again, NOW.plusSeconds(1)))
                .as("whether the second telling wants a receipt of its own")
                .isFalse();
        assertThat(ReceiptRows.find(connection, MSN, first.reference())).hasValueSatisfying(found -> {
            assertThat(found.sold()).isEqualTo(first);
            assertThat(found.status()).isEqualTo(ReceiptStatus.POSTED);
        });
    }
}
