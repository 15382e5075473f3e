package dev.kvitt.operations.console;

import dev.kvitt.operations.domain.reconcile.Finding;
import dev.kvitt.operations.store.reconcile.FindingQuery.Stored;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * A difference as pages have it. Money is written as people read it, with a dash where none can be said.
 *
 * @param kind its stable name
 * @param meaning what it means for the money
 * @param todo what a person does next
 * @param sale {@code msn/saleId}; absent where it is of no sale of ours
 * @param about the movement, payout, row or date; may be empty
 * @param amount what it is about
 * @param explanation absent where there is none
 */
public record FindingRow(
        UUID id,
        String kind,
        String meaning,
        String todo,
        String msn,
        String sale,
        String reference,
        String about,
        String amount,
        String expected,
        String found,
        Instant since,
        Tag state,
        Instant goneAt,
        String explainedBy,
        String explanation) {

    static FindingRow of(Stored stored) {
        Finding finding = stored.finding();
        return new FindingRow(
                stored.id(),
                finding.kind().code(),
                finding.kind().meaning(),
                finding.kind().todo(),
                finding.msn(),
                finding.saleId().isEmpty() ? null : finding.msn() + "/" + finding.saleId(),
                finding.reference(),
                finding.pspReference(),
                Amounts.shown(finding.amount(), finding.currency()),
                shown(finding.expected(), finding.currency()),
                shown(finding.found(), finding.currency()),
                stored.since(),
                tag(stored.state()),
                stored.goneAt().orElse(null),
                stored.explainedBy().orElse(null),
                stored.explanation().orElse(null));
    }

    private static Tag tag(String state) {
        return switch (state) {
            case "open" -> new Tag("open", "bad", "It stands, and nobody has explained it.");
            case "explained" -> new Tag("explained", "info", "It stands, and somebody has said why.");
            case "gone" -> new Tag("gone", "good", "It was no longer found.");
            default -> new Tag(state, "info", state);
        };
    }

    private static String shown(OptionalLong minor, String currency) {
        return Amounts.shown(minor.isPresent() ? minor.getAsLong() : null, currency);
    }

    /** Its own page. */
    public String link() {
        return FindingsPages.PATH + "/" + id;
    }

    /** Whether it still stands: what is gone needs no more. */
    public boolean stands() {
        return goneAt == null;
    }
}
