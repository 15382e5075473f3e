package dev.kvitt.operations.domain;

import dev.kvitt.events.Topics;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the messages of a sale amount to: a pure function of their set. Neither their order nor how often each is there changes
 * anything, so whoever reads all topics again gets the same.
 *
 * @param payments by attempt
 * @param operations by id
 * @param moneyEvents of each payment in the order they happened
 * @param entries of each payment add up to nothing
 */
public record SaleStory(
        Sale sale,
        List<Payment> payments,
        List<Operation> operations,
        List<MoneyEvent> moneyEvents,
        List<Entry> entries) {

    /** A sales unit, and the name of a sale or of somebody else's payment. */
    private static final Pattern KEY = Pattern.compile("[0-9]{4,7}/[A-Za-z0-9-]{6,64}");

    private static final Comparator<Payment> BY_ATTEMPT = Comparator.comparing(
                    (Payment payment) -> payment.attempt() == null ? 0 : payment.attempt())
            .thenComparing(Payment::reference);

    /** A check-in at a code, and what has no usable key, changes nothing of any sale, however many of them there are. */
    public static boolean isToldBy(Message message) {
        return !Topics.VIPPS_CHECKINS.equals(message.topic())
                && KEY.matcher(message.key()).matches();
    }

    /** Empty where the messages are about no sale: check-ins at a code, or what has no usable key. */
    public static Optional<SaleStory> of(String key, Collection<Message> messages) {
        var heard = Heard.of(messages.stream().filter(SaleStory::isToldBy).toList());
        if (heard.isEmpty()) {
            return Optional.empty();
        }
        var folds = PaymentFolds.of(key, heard);
        var payments =
                folds.stream().map(PaymentFold::payment).sorted(BY_ATTEMPT).toList();
        var operations = Operations.of(heard);
        return Optional.of(new SaleStory(
                SaleFold.of(key, heard, payments, operations),
                payments,
                operations,
                folds.stream().flatMap(fold -> fold.moneyEvents().stream()).toList(),
                folds.stream().flatMap(fold -> fold.entries().stream()).toList()));
    }
}
