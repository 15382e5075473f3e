package dev.kvitt.operations.domain.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.operations.domain.reconcile.ReportRow.Topic;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The two lists of a ledger are read one after the other, and each can fail by itself. */
class BooksTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-11-10");

    /** The fees of the day are off the funds, and the list of fees says so, once it is read. */
    private final List<ReportRow> funds = List.of(row(Topic.FUNDS, 1, "capture", 500), row(Topic.FUNDS, 2, -70));

    private final List<ReportRow> fees = List.of(row(Topic.FEES, 1, "capture-fee", -70), row(Topic.FEES, 2, 70));

    @Test
    void fees_are_held_against_the_funds_when_both_lists_are_read() {
        assertThat(found(NOW, List.of(funds, fees))).isEmpty();
        assertThat(found(NOW, List.of(funds))).containsExactly(FindingKind.RETAINED_FEES_DIFFER);
    }

    @Test
    void fees_that_are_not_read_yet_are_not_missed() {
        assertThat(found(atEndOf(DAY), List.of(funds))).isEmpty();
        assertThat(found(null, List.of(funds))).isEmpty();
        assertThat(found(atEndOf(DAY.plusDays(3)), List.of(funds))).containsExactly(FindingKind.RETAINED_FEES_DIFFER);
    }

    private static Instant atEndOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** @param readTo up to when both lists were read */
    private static List<FindingKind> found(Instant readTo, List<List<ReportRow>> lists) {
        var found = new ArrayList<FindingKind>();
        var rules = new Rules(
                NOW,
                Map.of(),
                readTo == null ? Map.of() : Map.of("1", readTo),
                Duration.ofHours(26),
                Duration.ofMinutes(15),
                Duration.ofHours(24),
                Duration.ofHours(2),
                Duration.ofHours(1),
                Set.of());
        new Books(rules, finding -> found.add(finding.kind()))
                .run(lists.stream().flatMap(List::stream).iterator());
        return found;
    }

    private static ReportRow row(Topic topic, long position, long retained) {
        return row(topic, position, "fees-retained", retained);
    }

    private static ReportRow row(Topic topic, long position, String type, long amount) {
        return new ReportRow(
                "1",
                topic,
                position,
                "123456",
                "",
                "",
                type,
                "NOK",
                amount,
                OptionalLong.empty(),
                OptionalLong.empty(),
                DAY.atStartOfDay(ZoneOffset.UTC).toInstant(),
                DAY);
    }
}
