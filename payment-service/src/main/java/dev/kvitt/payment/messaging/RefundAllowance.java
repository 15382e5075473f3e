package dev.kvitt.payment.messaging;

import dev.kvitt.events.Topics;
import dev.kvitt.messaging.Origin;
import dev.kvitt.registry.PointOfSaleTopic;
import dev.kvitt.registry.Registry;
import java.util.Map;
import java.util.OptionalLong;

/** What a till may have paid back in a day, in minor units: as the registry has it of a topic, or as the HTTP door wrote it. */
public final class RefundAllowance {

    /** On {@link Topics#POS_HTTP} only: with the message it is the same however late it is read again. */
    private static final String HEADER = "ce_refundlimit";

    private RefundAllowance() {}

    /** The header of a message whose sender may pay back up to this; none without. */
    public static Map<String, String> header(OptionalLong limit) {
        return limit.isPresent() ? Map.of(HEADER, Long.toString(limit.getAsLong())) : Map.of();
    }

    /** Empty where no refund may be asked for. */
    static OptionalLong of(Origin origin, Registry registry) {
        if (!origin.topic().equals(Topics.POS_HTTP)) {
            return registry.pointOfSaleTopic(origin.topic())
                    .map(PointOfSaleTopic::refundLimit)
                    .orElse(OptionalLong.empty());
        }
        var limit = origin.headers().get(HEADER);
        return limit == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(limit));
    }
}
