package dev.kvitt.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The reference of a payment at Vipps MobilePay, unique per sales unit.
 *
 * <p>Ours are {@code saleId-attempt}. That a reference has this form does not make it ours: other systems sell on the
 * same sales unit. Only an attempt that we stored decides.
 *
 * @param value 8 to 64 letters, digits and hyphens (ePayment API 1.7.0)
 */
public record PaymentReference(@JsonValue String value) {

    private static final Pattern PATTERN = Pattern.compile("[a-zA-Z0-9-]{8,64}");
    private static final Pattern OURS = Pattern.compile("([A-Za-z0-9][A-Za-z0-9-]{5,59})-([1-9][0-9]?)");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PaymentReference {
        Patterns.require(PATTERN, value, "a payment reference");
    }

    /**
     * @param attempt 1 to 99
     * @throws IllegalArgumentException when the attempt is outside
     */
    public static PaymentReference of(SaleId saleId, int attempt) {
        if (attempt < 1 || attempt > 99) {
            throw new IllegalArgumentException("attempt " + attempt + " is outside 1..99");
        }
        return new PaymentReference(saleId.value() + "-" + attempt);
    }

    /** The sale this reference would belong to if it were ours; split at the last hyphen. */
    public Optional<SaleId> saleId() {
        var matcher = OURS.matcher(value);
        return matcher.matches() ? Optional.of(new SaleId(matcher.group(1))) : Optional.empty();
    }

    /** The attempt this reference would name if it were ours, 1 to 99. */
    public Optional<Integer> attempt() {
        var matcher = OURS.matcher(value);
        return matcher.matches() ? Optional.of(Integer.valueOf(matcher.group(2))) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
