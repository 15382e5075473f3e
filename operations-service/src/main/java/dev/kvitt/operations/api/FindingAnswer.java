package dev.kvitt.operations.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kvitt.operations.domain.reconcile.Finding;
import dev.kvitt.operations.store.reconcile.FindingQuery.Stored;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * A difference as it is answered.
 *
 * @param meaning what it means for the money
 * @param todo what a person does next
 * @param amount what it is about
 * @param expected what should be, where it can be said
 * @param found what is, where it can be said
 * @param since since when it is there without a break
 * @param state open, explained or gone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FindingAnswer(
        UUID id,
        String kind,
        String meaning,
        String todo,
        String msn,
        String saleId,
        String reference,
        String pspReference,
        Amount amount,
        Amount expected,
        Amount found,
        Instant since,
        String state,
        String explainedBy,
        String explanation,
        Instant goneAt) {

    static FindingAnswer of(Stored stored) {
        Finding finding = stored.finding();
        return new FindingAnswer(
                stored.id(),
                finding.kind().code(),
                finding.kind().meaning(),
                finding.kind().todo(),
                text(finding.msn()),
                text(finding.saleId()),
                text(finding.reference()),
                text(finding.pspReference()),
                new Amount(finding.amount(), finding.currency()),
                amount(finding.expected(), finding.currency()),
                amount(finding.found(), finding.currency()),
                stored.since(),
                stored.state(),
                stored.explainedBy().orElse(null),
                stored.explanation().orElse(null),
                stored.goneAt().orElse(null));
    }

    private static String text(String value) {
        return value.isEmpty() ? null : value;
    }

    private static Amount amount(OptionalLong value, String currency) {
        return value.isPresent() ? new Amount(value.getAsLong(), currency) : null;
    }
}
