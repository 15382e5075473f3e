package dev.kvitt.payment.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kvitt.events.Aggregate;
import dev.kvitt.events.Money;
import java.time.Instant;
import java.util.List;

/**
 * What became of a sale. Holds nothing personal. Described by {@code kvitt/payment-api.json}.
 *
 * @param status {@code done}, {@code in-progress} or {@code not-seen}
 * @param outcome with {@code done}: {@code paid}, {@code released}, {@code cancelled}, {@code aborted}, {@code expired}, {@code failed} or {@code uncollectable}
 * @param todo what to do, for a program
 * @param sentence the same for a person
 * @param attempt the one that counts; absent while nobody was asked
 * @param amount what was to be paid; absent until the sale is opened
 * @param sums as Vipps has shown them; absent until then
 * @param selectUntil the last moment to confirm, where the money is reserved and not confirmed yet
 * @param vippsAskedAt when Vipps was last asked and answered; absent until then
 * @param appliedUntil all that was written before is in this answer; absent while that is not known
 * @param answeredAt when this answer was made
 * @param version another one means that more was said about the sale
 * @param refusals what was refused lately of what was asked for, oldest first; only of tills that use HTTP
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SaleStatus(
        String msn,
        String saleId,
        String status,
        String outcome,
        String todo,
        String sentence,
        Integer attempt,
        String reference,
        Money amount,
        Aggregate sums,
        Instant selectUntil,
        Instant vippsAskedAt,
        Instant appliedUntil,
        Instant answeredAt,
        String version,
        List<Refused> refusals) {

    /** @param requestId absent when it could not be read */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Refused(String requestId, String code, String sentence, boolean retry) {}
}
