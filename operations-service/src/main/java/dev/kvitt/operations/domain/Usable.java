package dev.kvitt.operations.domain;

import dev.kvitt.events.EventData;
import dev.kvitt.events.OperationResult;
import dev.kvitt.events.PaymentAtRisk;
import dev.kvitt.events.PaymentEvent;
import dev.kvitt.events.PaymentHappened;
import dev.kvitt.events.PaymentObserved;
import dev.kvitt.events.PaymentView;
import dev.kvitt.events.ReceiptEvent;
import dev.kvitt.events.SaleContext;
import dev.kvitt.events.SaleOpenedByScan;
import dev.kvitt.events.SaleParked;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Whether what an event says can be kept in a row: the contract of events sets no limits to names that Vipps gives, to those that our
 * services pass on, nor to times, and a database does. A message is judged by itself, so it counts or not whatever is known beside it.
 */
public final class Usable {

    private static final Pattern NAME = Pattern.compile("[\\x20-\\x7e]{1,200}");
    private static final Pattern WORD = Pattern.compile("[^\\p{Cc}\\p{Cs}]{1,200}");
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    private Usable() {}

    static boolean is(EventData data) {
        return switch (data) {
            case PaymentHappened fact ->
                NAME.matcher(fact.name()).matches()
                        && NAME.matcher(fact.pspReference()).matches()
                        && is(fact.timestamp());
            case PaymentObserved fact -> fact.view() == null || is(fact.view());
            case OperationResult result -> (result.view() == null || is(result.view())) && is(result.at());
            case SaleOpenedByScan scan -> is(scan.sale());
            case SaleParked parked ->
                is(parked.sale()) && isWord(parked.refusal().code());
            case PaymentAtRisk alarm -> is(alarm.sale()) && isWord(alarm.why());
            case PaymentEvent said -> is(said.sale());
            case ReceiptEvent said -> is(said.sale());
            default -> true;
        };
    }

    private static boolean is(PaymentView view) {
        return NAME.matcher(view.pspReference()).matches();
    }

    private static boolean is(SaleContext sale) {
        return isWord(sale.shopId()) && isWord(sale.tillId()) && isWord(sale.qrId());
    }

    private static boolean isWord(String text) {
        return text == null || WORD.matcher(text).matches();
    }

    /** Times far from ours are nobody's; a database could not keep all of them. */
    public static boolean is(Instant time) {
        return !time.isBefore(FIRST) && time.isBefore(LAST);
    }

    /** The time, where it can be kept; else nothing. */
    static Instant orNull(Instant time) {
        return time != null && is(time) ? time : null;
    }
}
