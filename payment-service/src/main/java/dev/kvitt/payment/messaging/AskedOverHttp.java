package dev.kvitt.payment.messaging;

import dev.kvitt.events.PointOfSaleEvent;
import dev.kvitt.events.Topics;
import dev.kvitt.messaging.Routed;
import dev.kvitt.messaging.store.Effects;
import dev.kvitt.messaging.store.StoreException;
import dev.kvitt.payment.store.HttpRequests;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;

/** What is read of a request that was let in over HTTP, beside the request itself. */
public final class AskedOverHttp {

    /** A hash of the body that was sent; on {@link Topics#POS_HTTP} only, and absent where an earlier release let it in. */
    private static final String HEADER = "ce_bodyhash";

    private AskedOverHttp() {}

    /** The header of the message that hands the request on. */
    public static Map<String, String> header(byte[] bodyHash) {
        return Map.of(HEADER, HexFormat.of().formatHex(bodyHash));
    }

    /**
     * A restored database has forgotten what was accepted: from now on whoever sends the same again hears the same again. What is
     * refused here goes by another id than the door gave it, so nobody waits for that one any more.
     */
    static void remember(PointOfSaleEvent request, Routed message, boolean permitted, Effects effects) {
        var origin = message.origin();
        var hash = origin.headers().get(HEADER);
        if (!origin.topic().equals(Topics.POS_HTTP) || hash == null) {
            return;
        }
        try {
            if (permitted) {
                HttpRequests.remember(
                        effects.connection(),
                        message.eventId(),
                        message.entityKey(),
                        HexFormat.of().parseHex(hash),
                        message.event().time());
            } else {
                HttpRequests.refused(
                        effects.connection(), message.entityKey(), Permissions.idOf(request), message.eventId());
            }
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }
}
