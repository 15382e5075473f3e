package dev.kvitt.checkin.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.checkin.domain.CodeOrder.Placing;
import dev.kvitt.events.Msn;
import dev.kvitt.registry.Flow;
import dev.kvitt.registry.Registry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeBookTest {

    private static final Msn MSN = new Msn("123456");
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final PrintedCode A = new PrintedCode(MSN, "code-a");
    private static final PrintedCode MADE = new PrintedCode(MSN, "made");

    @TempDir
    Path folder;

    /** Machines a and b, the first with a code. */
    private Registry registry;

    @BeforeEach
    void declare() throws IOException {
        registry = registry("{id: code-a, location: At a}", null);
    }

    @Test
    void without_orders_the_codes_are_those_of_the_file() {
        var book = CodeBook.of(registry, List.of());
        assertThat(book.find(A).orElseThrow().tillId()).isEqualTo("a");
        assertThat(book.codeOf(MSN, "a")).contains(A);
        assertThat(book.codeOf(MSN, "b")).isEmpty();
    }

    @Test
    void a_moved_code_is_where_the_order_says_and_has_left_its_till() {
        var book = CodeBook.of(registry, List.of(order(A, "b", Placing.IN_TILL, "a", 0)));
        assertThat(book.codeOf(MSN, "b")).contains(A);
        assertThat(book.codeOf(MSN, "a")).isEmpty();
        assertThat(book.find(A).orElseThrow().location()).isEqualTo("At a");
    }

    @Test
    void a_code_came_into_its_till_when_that_was_ordered_and_one_of_the_file_was_always_there() {
        var ofFile = CodeBook.of(registry, List.of()).find(A).orElseThrow();
        var moved = CodeBook.of(registry, List.of(order(A, "b", Placing.IN_TILL, "a", 0)))
                .find(A)
                .orElseThrow();
        assertThat(ofFile.cameAfter(Instant.EPOCH)).isFalse();
        assertThat(moved.cameAfter(moved.since().orElseThrow())).isFalse();
        assertThat(moved.cameAfter(moved.since().orElseThrow().minusMillis(1))).isTrue();
    }

    @Test
    void what_the_file_says_later_is_newer_than_an_order() throws IOException {
        var moved = List.of(order(A, "b", Placing.IN_TILL, "a", 0));
        var fileMovedIt = registry(null, "{id: code-a, location: At b}");
        assertThat(CodeBook.of(fileMovedIt, List.of(order(A, "a", Placing.IN_TILL, "a", 0)))
                        .codeOf(MSN, "b"))
                .contains(A);
        assertThat(CodeBook.of(registry(null, null), moved).find(A)).isEmpty();
        assertThat(CodeBook.of(registry, List.of(order(A, "b", Placing.IN_TILL, null, 0)))
                        .codeOf(MSN, "a"))
                .as("made over HTTP, then declared in the file")
                .contains(A);
    }

    @Test
    void a_till_of_which_the_file_says_a_code_has_no_other() {
        var book = CodeBook.of(registry, List.of(order(MADE, "a", Placing.IN_TILL, null, 0)));
        assertThat(book.codeOf(MSN, "a")).contains(A);
        assertThat(book.find(MADE).orElseThrow().inTill()).isFalse();
        assertThat(book.find(MADE).orElseThrow().open()).isEmpty();
    }

    @Test
    void of_two_orders_for_one_till_the_newest_counts() {
        var other = new PrintedCode(MSN, "other");
        var book = CodeBook.of(
                registry,
                List.of(order(MADE, "b", Placing.IN_TILL, null, 0), order(other, "b", Placing.IN_TILL, null, 1)));
        assertThat(book.codeOf(MSN, "b")).contains(other);
        assertThat(book.find(MADE).orElseThrow().inTill()).isFalse();
    }

    @Test
    void a_code_taken_out_opens_nothing_and_a_deleted_one_is_nobodys_but_its_sales_run_on() {
        var out = CodeBook.of(registry, List.of(order(A, "a", Placing.OUT, "a", 0)));
        assertThat(out.find(A).orElseThrow().open()).isEmpty();
        assertThat(out.codeOf(MSN, "a")).isEmpty();
        var deleted = CodeBook.of(registry, List.of(order(MADE, "b", Placing.DELETED, null, 0)));
        assertThat(deleted.find(MADE)).isEmpty();
        assertThat(deleted.isDeleted(MADE)).isTrue();
        assertThat(deleted.flowOf(MADE)).contains(Flow.VENDING);
    }

    @Test
    void a_code_of_a_till_that_left_the_registry_works_nowhere_or_where_the_file_says() {
        var book = CodeBook.of(
                registry,
                List.of(order(MADE, "gone", Placing.IN_TILL, null, 0), order(A, "gone", Placing.IN_TILL, "a", 0)));
        assertThat(book.find(MADE).orElseThrow().open()).isEmpty();
        assertThat(book.codeOf(MSN, "a")).contains(A);
    }

    private static CodeOrder order(PrintedCode code, String till, Placing placing, String fileTill, int minute) {
        return new CodeOrder(
                code,
                CodeKind.CALLBACK,
                till,
                Optional.empty(),
                placing,
                Optional.ofNullable(fileTill),
                NOON.plusSeconds(60L * minute));
    }

    private Registry registry(String qrOfA, String qrOfB) throws IOException {
        Files.writeString(folder.resolve("key"), "made-up");
        var machine =
                "            - {id: %s, kind: vending-machine, flow: vending, description: Machine, maxAmount: 5000%s}\n";
        var file = Files.writeString(
                folder.resolve("registry.yaml"),
                """
                installation: codes-test
                merchants:
                  - id: brus
                    name: Brus AS
                    salesUnits:
                      - msn: "123456"
                        name: Brus
                        market: NO
                        keys: {clientId: "file:key", clientSecret: "file:key", subscriptionKey: "file:key"}
                        shops:
                          - id: oslo
                            name: Oslo
                            tills:
                """
                        + ("    " + machine).formatted("a", qrOfA == null ? "" : ", qr: " + qrOfA)
                        + ("    " + machine).formatted("b", qrOfB == null ? "" : ", qr: " + qrOfB));
        return Registry.load(file);
    }
}
