package dev.kvitt.vipps.client.http;

import dev.kvitt.vipps.client.FieldReason;
import java.util.Locale;
import java.util.Set;

/** Decides what of Vipps' complaints about fields may be kept. A complaint often quotes the value, and some values are personal. */
final class FieldReasons {
    /** Most complaints kept of one error. */
    static final int MAX = 20;

    private static final String OTHER = "other";

    /** Outermost names of fields that never hold a personal value: name and reason are kept. */
    private static final Set<String> HARMLESS = Set.of(
            "amount",
            "modificationamount",
            "currency",
            "value",
            "paymentmethod",
            "reference",
            "userflow",
            "customerinteraction",
            "paymentdescription",
            "expiresat",
            "qrformat",
            "receipt",
            "orderlines",
            "bottomline",
            "url",
            "events",
            "locationdescription",
            "canceltransactiononly",
            "minimumuserage",
            "blockedsources",
            "requesteddata",
            "ttl",
            "category",
            "paymenttype",
            "orderid",
            "imageid",
            "idempotency-key",
            "idempotencykey",
            "merchant-serial-number",
            "merchantserialnumber");

    /** Outermost names of fields that may hold one: only the name is kept. */
    private static final Set<String> PERSONAL = Set.of(
            "customer",
            "phonenumber",
            "personalqr",
            "customertoken",
            "profile",
            "metadata",
            "returnurl",
            "qrcode",
            "userdetails",
            "shipping",
            "merchantqrid");

    private FieldReasons() {}

    static FieldReason of(String name, String reason) {
        String root = root(name);
        if (HARMLESS.contains(root)) {
            return new FieldReason(Redaction.name(name), Redaction.of(reason));
        }
        return new FieldReason(PERSONAL.contains(root) ? root : OTHER, "");
    }

    /** {@code $.Receipt.OrderLines[0].Name} has the root {@code receipt}. */
    private static String root(String name) {
        String path = name.startsWith("$.") ? name.substring(2) : name;
        int end = 0;
        while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
            end++;
        }
        return path.substring(0, end).toLowerCase(Locale.ROOT);
    }
}
