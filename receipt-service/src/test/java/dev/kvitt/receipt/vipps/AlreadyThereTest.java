package dev.kvitt.receipt.vipps;

import static dev.kvitt.receipt.Samples.fanta;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.Currency;
import dev.kvitt.receipt.domain.Answer;
import dev.kvitt.receipt.domain.Refusals;
import dev.kvitt.registry.vipps.Receipts;
import dev.kvitt.vipps.client.NoContent;
import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.Reference;
import dev.kvitt.vipps.client.VippsError;
import dev.kvitt.vipps.client.orders.OrderAnswer;
import dev.kvitt.vipps.client.orders.OrderCategory;
import dev.kvitt.vipps.client.orders.OrderLine;
import dev.kvitt.vipps.client.orders.Orders;
import dev.kvitt.vipps.client.orders.Receipt;
import dev.kvitt.vipps.client.orders.StoredLine;
import dev.kvitt.vipps.client.orders.StoredReceipt;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is told when a payment has a receipt before ours is posted. */
class AlreadyThereTest {

    private static final Reference REFERENCE = new Reference("machine-7-0001-1");
    private static final Receipt OURS = Receipts.of(List.of(fanta()), Currency.NOK, "machine-7", null);

    @Test
    void ours_from_an_earlier_try_is_told_as_posted() {
        assertThat(told(of("fanta-05"))).isEqualTo(new Answer.Posted());
    }

    @Test
    void another_receipt_is_never_told_as_ours() {
        assertThat(told(of("cola-05"))).isEqualTo(new Answer.Refused(Refusals.OTHER_RECEIPT));
    }

    @Test
    void while_it_cannot_be_read_nothing_is_told() {
        assertThat(told(Outcome.Unknown.withoutAnswer("timeout"))).isEqualTo(new Answer.Later(Optional.empty()));
    }

    private static Answer told(Outcome<OrderAnswer> read) {
        return Posting.post(new Taken(read), REFERENCE, OURS);
    }

    private static Outcome<OrderAnswer> of(String lineId) {
        var line = new StoredLine(
                Optional.of(lineId),
                Optional.empty(),
                OptionalLong.of(3000),
                OptionalLong.of(600),
                OrderLine.Kind.SALE);
        var receipt = new StoredReceipt(List.of(line), Optional.of("NOK"), Optional.empty(), Optional.empty());
        return new Outcome.Done<>(new OrderAnswer(Optional.of(receipt), Optional.empty()));
    }

    /** @param read what reading the receipt says that is there */
    private record Taken(Outcome<OrderAnswer> read) implements Orders {

        @Override
        public Outcome<UUID> postReceipt(Reference reference, Receipt receipt) {
            return new Outcome.Refused<>(new VippsError(
                    VippsError.Stage.CALL, 409, Optional.empty(), "Conflict", List.of(), Optional.empty()));
        }

        @Override
        public Outcome<OrderAnswer> get(Reference reference) {
            return read;
        }

        @Override
        public Outcome<NoContent> putCategory(Reference reference, OrderCategory category) {
            throw new AssertionError("a receipt is no link");
        }
    }
}
