package dev.kvitt.checkin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kvitt.checkin.store.Customers.Kept;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Numbers that customers agreed to have kept, in the database and out of it. */
class CustomersTest {

    private static final String NUMBER = "4798765432";
    private static final Duration YEAR = Duration.ofDays(365);

    private final TestDatabase database = new TestDatabase();
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private final Customers customers = with(new byte[DirectSeal.KEY_BYTES]);

    @Test
    void a_number_is_found_by_the_id_alone_and_only_by_its_merchant() {
        var kept = remembered("brus", "123456/sale-1").orElseThrow();

        assertThat(kept.customerId()).matches("c-[A-Za-z0-9_-]{22}");
        assertThat(kept.until()).isEqualTo(now.plus(YEAR));
        assertThat(customers.numberFor("brus", kept.customerId(), "123456/sale-2"))
                .contains(NUMBER);
        assertThat(customers.numberFor("others", kept.customerId(), "765432/sale-2"))
                .isEmpty();
        assertThat(customers.numberFor("brus", "c-nobody", "123456/sale-2")).isEmpty();
    }

    @Test
    void the_same_number_is_one_customer_of_a_merchant_and_another_of_another() {
        var first = remembered("brus", "123456/sale-1").orElseThrow();
        var again = remembered("brus", "123456/sale-2").orElseThrow();
        var elsewhere = remembered("others", "765432/sale-1").orElseThrow();

        assertThat(again.customerId()).isEqualTo(first.customerId());
        assertThat(elsewhere.customerId()).isNotEqualTo(first.customerId());
        assertThat(customers.export("brus", first.customerId()).orElseThrow().consents())
                .extracting(CustomerExport.Consent::sale)
                .containsExactly("123456/sale-1", "123456/sale-2");
    }

    @Test
    void two_sales_that_remember_the_same_number_at_once_remember_one_customer() {
        var one = CompletableFuture.supplyAsync(() -> remembered("brus", "123456/sale-1"));
        var other = CompletableFuture.supplyAsync(() -> remembered("brus", "123456/sale-2"));

        assertThat(one.join().orElseThrow().customerId())
                .isEqualTo(other.join().orElseThrow().customerId());
    }

    @Test
    void a_sale_that_is_told_of_again_is_known() {
        remembered("brus", "123456/sale-1");

        assertThat(agreed("brus", "123456/sale-1")).isFalse();
    }

    @Test
    void a_database_restored_to_before_it_remembers_by_the_same_id() throws SQLException {
        var before = remembered("brus", "123456/sale-1").orElseThrow();
        sql("delete from customer_consent");
        sql("delete from customer");

        assertThat(remembered("brus", "123456/sale-1").orElseThrow().customerId())
                .isEqualTo(before.customerId());
    }

    @Test
    void erasing_destroys_the_key_at_once_and_for_good() throws SQLException {
        var kept = remembered("brus", "123456/sale-1").orElseThrow();
        customers.numberFor("brus", kept.customerId(), "123456/sale-2");

        assertThat(customers.erase("others", kept.customerId())).isEmpty();
        assertThat(customers.erase("brus", kept.customerId())).contains(new Erased(kept.customerId(), now));
        assertThat(customers.numberFor("brus", kept.customerId(), "123456/sale-3"))
                .isEmpty();
        assertThat(customers.exportByNumber("brus", NUMBER)).isEmpty();
        var left = customers.export("brus", kept.customerId()).orElseThrow();
        assertThat(left.number()).isNull();
        assertThat(left.uses()).isEmpty();
        assertThat(row("select concat(number_hash, sealed_number, sealed_key) from customer"))
                .isEmpty();
        now = now.plusSeconds(60);
        assertThat(customers.erase("brus", kept.customerId()).orElseThrow().at())
                .as("once more does nothing")
                .isEqualTo(now.minusSeconds(60));
    }

    @Test
    void what_was_erased_does_not_come_back_by_reading_of_its_sale_again() {
        var kept = remembered("brus", "123456/sale-1").orElseThrow();
        customers.erase("brus", kept.customerId());

        assertThat(agreed("brus", "123456/sale-1")).isFalse();
        assertThat(transactionally("brus", "123456/sale-1")).isEmpty();
        now = now.plusSeconds(1);
        assertThat(remembered("brus", "123456/sale-9").orElseThrow().customerId())
                .as("who agrees anew is another customer")
                .isNotEqualTo(kept.customerId());
    }

    @Test
    void a_number_that_was_still_being_asked_for_when_it_was_erased_does_not_come_back() {
        var kept = remembered("brus", "123456/sale-1").orElseThrow();
        agreed("brus", "123456/sale-2");
        now = now.plusSeconds(60);
        customers.erase("brus", kept.customerId());

        assertThat(transactionally("brus", "123456/sale-2")).isEmpty();
        assertThat(customers.exportByNumber("brus", NUMBER)).isEmpty();
        assertThat(remembered("others", "765432/sale-1"))
                .as("another merchant's")
                .isPresent();
        now = now.plusSeconds(1);
        assertThat(remembered("brus", "123456/sale-3")).as("agreed since").isPresent();
        assertThat(transactionally("brus", "123456/sale-2"))
                .as("what was agreed before stays dropped")
                .isEmpty();
    }

    @Test
    void who_is_erased_in_a_restored_database_before_it_knows_them_does_not_come_back() throws SQLException {
        erasedBeforeKnown();

        agreedBefore("123456/sale-1");
        assertThat(transactionally("brus", "123456/sale-1")).isEmpty();
    }

    @Test
    void no_other_agreement_of_before_brings_back_who_was_erased_by_an_id_that_a_restored_database_did_not_know()
            throws SQLException {
        var kept = erasedBeforeKnown();

        agreedBefore("123456/sale-1");
        assertThat(transactionally("brus", "123456/sale-1")).isEmpty();
        agreedBefore("123456/sale-2");
        assertThat(transactionally("brus", "123456/sale-2")).isEmpty();
        assertThat(customers.exportByNumber("brus", NUMBER)).isEmpty();
        assertThat(customers.export("brus", kept.customerId())).isEmpty();
        now = now.plusSeconds(1);
        assertThat(remembered("brus", "123456/sale-3")).as("agreed since").isPresent();
    }

    @Test
    void another_agreement_of_before_that_is_read_first_does_not_keep_who_was_erased() throws SQLException {
        erasedBeforeKnown();

        agreedBefore("123456/sale-2");
        var meanwhile = transactionally("brus", "123456/sale-2").orElseThrow();
        agreedBefore("123456/sale-1");
        assertThat(transactionally("brus", "123456/sale-1")).isEmpty();
        assertThat(customers.exportByNumber("brus", NUMBER)).isEmpty();
        assertThat(customers.numberFor("brus", meanwhile.customerId(), "123456/sale-9"))
                .isEmpty();
        agreedBefore("123456/sale-4");
        assertThat(transactionally("brus", "123456/sale-4"))
                .as("a third agreement of before")
                .isEmpty();
    }

    @Test
    void who_has_agreed_since_stays_when_an_agreement_of_before_the_erasure_is_read() throws SQLException {
        erasedBeforeKnown();

        agreedBefore("123456/sale-2");
        transactionally("brus", "123456/sale-2");
        now = now.plusSeconds(1);
        var since = remembered("brus", "123456/sale-3").orElseThrow();
        agreedBefore("123456/sale-1");
        assertThat(transactionally("brus", "123456/sale-1")).isEmpty();
        assertThat(customers.numberFor("brus", since.customerId(), "123456/sale-9"))
                .contains(NUMBER);
    }

    /** The backup is from before the customer agreed; what was erased since is erased again before anything is read. */
    private Kept erasedBeforeKnown() throws SQLException {
        var kept = remembered("brus", "123456/sale-1").orElseThrow();
        sql("delete from customer_consent");
        sql("delete from customer");
        now = now.plusSeconds(60);
        assertThat(customers.erase("brus", kept.customerId())).isEmpty();
        return kept;
    }

    private void agreedBefore(String saleKey) {
        database.transactions()
                .run(connection ->
                        customers.agreed(connection, saleKey, "brus", "The next sale", now.minusSeconds(60)));
    }

    @Test
    void who_was_erased_is_forgotten_when_vipps_tells_no_number_any_more() throws SQLException {
        customers.erase(
                "brus", remembered("brus", "123456/sale-1").orElseThrow().customerId());
        customers.erase("brus", "no-id-of-ours");
        now = now.plus(Duration.ofDays(7));
        customers.forgetErased();
        assertThat(row("select count(*) from customer_tombstone")).isEqualTo("1");
        now = now.plus(Duration.ofDays(1));
        customers.forgetErased();
        assertThat(row("select count(*) from customer_tombstone")).isEqualTo("0");
    }

    @Test
    void a_number_that_is_used_is_kept_on_and_one_that_is_not_is_erased() {
        var used = remembered("brus", "123456/sale-1").orElseThrow();
        now = now.plus(YEAR).minusSeconds(1);
        assertThat(customers.numberFor("brus", used.customerId(), "123456/sale-2"))
                .contains(NUMBER);
        now = now.plusSeconds(2);
        assertThat(customers.eraseUnused()).isZero();
        now = now.plus(YEAR);
        assertThat(customers.numberFor("brus", used.customerId(), "123456/sale-3"))
                .as("before anybody has cleared up")
                .isEmpty();

        assertThat(customers.eraseUnused()).isOne();
        assertThat(customers.eraseUnused()).isZero();
        assertThat(customers.export("brus", used.customerId()).orElseThrow().number())
                .isNull();
    }

    @Test
    void the_export_says_everything_that_is_kept() {
        var kept = remembered("brus", "123456/sale-1").orElseThrow();
        now = now.plusSeconds(5);
        customers.numberFor("brus", kept.customerId(), "123456/sale-2");
        customers.numberFor("brus", kept.customerId(), "123456/sale-2");

        var export = customers.exportByNumber("brus", NUMBER).orElseThrow();
        assertThat(export).isEqualTo(customers.export("brus", kept.customerId()).orElseThrow());
        assertThat(export.number()).isEqualTo(NUMBER);
        assertThat(export.consents())
                .containsExactly(new CustomerExport.Consent("123456/sale-1", "The next sale", now.minusSeconds(5)));
        assertThat(export.uses()).containsExactly(new CustomerExport.Use("123456/sale-2", now));
        assertThat(export.until()).isEqualTo(now.plus(YEAR));
        assertThat(export.toString()).doesNotContain(NUMBER);
    }

    @Test
    void the_database_alone_gives_no_number_away() throws SQLException {
        var kept = remembered("brus", "123456/sale-1").orElseThrow();
        assertThat(row("select customer::text from customer"))
                .doesNotContain("98765432")
                .contains("eyJ");
        var otherFile = new byte[DirectSeal.KEY_BYTES];
        Arrays.fill(otherFile, (byte) 1);
        var thief = with(otherFile);

        assertThat(thief.exportByNumber("brus", NUMBER))
                .as("numbers cannot be tried")
                .isEmpty();
        assertThatThrownBy(() -> thief.numberFor("brus", kept.customerId(), "123456/sale-2"))
                .hasMessageContaining("kvitt.checkin.key-file")
                .hasMessageNotContaining(NUMBER);
    }

    @Test
    void one_customers_number_cannot_be_put_in_anothers_row() throws SQLException {
        var anna = remembered("brus", "123456/sale-1").orElseThrow();
        var bo = database.transactions()
                .run(connection -> customers.remember(connection, "brus", "123456/sale-2", "4711111111"))
                .orElseThrow();
        sql("update customer set number_hash = 'away' where customer_id = '" + anna.customerId() + "'");
        sql("update customer set sealed_number = a.sealed_number, sealed_key = a.sealed_key from customer a"
                + " where a.customer_id = '" + anna.customerId() + "' and customer.customer_id = '" + bo.customerId()
                + "'");

        assertThatThrownBy(() -> customers.numberFor("brus", bo.customerId(), "123456/sale-3"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void numbers_that_are_kept_for_no_time_stop_the_start() {
        var seal = new CustomerSeal(new byte[DirectSeal.KEY_BYTES]);
        assertThatThrownBy(() -> new Customers(database.transactions(), seal, Duration.ZERO, () -> now))
                .hasMessageContaining("kvitt.customers.keep-for");
    }

    private Customers with(byte[] key) {
        return new Customers(database.transactions(), new CustomerSeal(key), YEAR, () -> now);
    }

    private Optional<Kept> remembered(String merchant, String saleKey) {
        agreed(merchant, saleKey);
        return transactionally(merchant, saleKey);
    }

    private boolean agreed(String merchant, String saleKey) {
        return database.transactions()
                .run(connection -> customers.agreed(connection, saleKey, merchant, "The next sale", now));
    }

    private Optional<Kept> transactionally(String merchant, String saleKey) {
        return database.transactions().run(connection -> customers.remember(connection, merchant, saleKey, NUMBER));
    }

    private void sql(String statement) throws SQLException {
        try (var connection = database.connection();
                var any = connection.createStatement()) {
            any.execute(statement);
            connection.commit();
        }
    }

    private String row(String select) throws SQLException {
        try (var connection = database.connection();
                var any = connection.createStatement()) {
            var rows = any.executeQuery(select);
            rows.next();
            return rows.getString(1);
        }
    }
}
