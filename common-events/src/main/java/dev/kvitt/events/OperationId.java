package dev.kvitt.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Names one wish to change something at Vipps: {@code reference/kind/n}, and {@code reference/refund/name}. It comes from the saga's state, so the same
 * wish has the same name however often it is made, and so the same idempotency key.
 */
public record OperationId(@JsonValue String value) {

    private static final Pattern PATTERN =
            Pattern.compile("[a-zA-Z0-9-]{8,64}/((create|capture|cancel)/[1-9][0-9]{0,3}|refund/[0-9a-f]{12})");

    /** What an operation does at Vipps. */
    public enum Kind {
        CREATE,
        CAPTURE,
        CANCEL,
        REFUND
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OperationId {
        Patterns.require(PATTERN, value, "an operation id");
    }

    /** @param n counts operations of one kind on one payment, from 1 */
    public static OperationId of(PaymentReference reference, Kind kind, int n) {
        return new OperationId(reference + "/" + kind.name().toLowerCase(Locale.ROOT) + "/" + n);
    }

    /**
     * A refund is named after the wish for it, not counted: of several wishes each keeps its own operation in whatever order
     * they are read. The name is the wish's last 12 digits.
     *
     * @param wish id of the event that asked for it
     */
    public static OperationId refund(PaymentReference reference, UUID wish) {
        var name = wish.toString().replace("-", "").substring(20);
        return new OperationId(reference + "/refund/" + name);
    }

    /** @return its place among the operations of its kind on the payment, from 1; not known of refunds */
    public int number() {
        if (kind() == Kind.REFUND) {
            throw new IllegalStateException("a refund is named, not counted: " + value);
        }
        return Integer.parseInt(value.substring(value.lastIndexOf('/') + 1));
    }

    public PaymentReference reference() {
        return new PaymentReference(value.substring(0, value.indexOf('/')));
    }

    public Kind kind() {
        return Kind.valueOf(
                value.substring(value.indexOf('/') + 1, value.lastIndexOf('/')).toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return value;
    }
}
