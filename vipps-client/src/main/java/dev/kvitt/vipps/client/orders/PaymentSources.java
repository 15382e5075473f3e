package dev.kvitt.vipps.client.orders;

import dev.kvitt.vipps.client.Amount;
import dev.kvitt.vipps.client.Currency;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What was paid by other means than Vipps. The receipt shows it; no money moves by it.
 *
 * @param parts the parts that are not nothing, in the receipt's currency
 */
public record PaymentSources(Map<Source, Amount> parts) {
    /** No other means. */
    public static final PaymentSources NONE = new PaymentSources(Map.of());

    /** A means of payment. */
    public enum Source {
        GIFT_CARD("giftCard"),
        CARD("card"),
        VOUCHER("voucher"),
        CASH("cash");

        private final String field;

        Source(String field) {
            this.field = field;
        }

        String field() {
            return field;
        }
    }

    public PaymentSources {
        Map<Source, Amount> ordered = new EnumMap<>(Source.class);
        ordered.putAll(parts);
        parts = Collections.unmodifiableMap(ordered);
    }

    /** The same, and this much by that. */
    public PaymentSources and(Source source, Amount amount) {
        Map<Source, Amount> more = new EnumMap<>(Source.class);
        more.putAll(parts);
        more.put(source, amount);
        return new PaymentSources(more);
    }

    boolean areIn(Currency currency) {
        return parts.values().stream().allMatch(amount -> amount.currency() == currency);
    }
}
