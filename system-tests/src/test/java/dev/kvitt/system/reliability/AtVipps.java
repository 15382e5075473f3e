package dev.kvitt.system.reliability;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kvitt.events.Msn;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.local.demo.Phone;
import dev.kvitt.system.PaymentAtVipps;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What Vipps knows and what was asked of it and told by it, and the dial that makes it fail. */
final class AtVipps {

    /** Operations that change a payment. */
    static final Set<String> WRITES = Set.of("CREATE", "CAPTURE", "CANCEL", "REFUND");

    private static final int PAGE = 10_000;

    private final Phone phone;
    private final List<JsonNode> journal = new ArrayList<>();
    private long read;

    AtVipps(Phone phone) {
        this.phone = phone;
    }

    PaymentAtVipps payment(Msn msn, PaymentReference reference) {
        return new PaymentAtVipps(phone.get("/sandbox/v1/payments/" + msn + "/" + reference));
    }

    /** All writes and deliveries so far, oldest first. */
    synchronized List<JsonNode> journal() {
        JsonNode page;
        do {
            page = phone.get("/sandbox/v1/journal?limit=" + PAGE + "&since=" + read)
                    .get("entries");
            for (var entry : page) {
                read = entry.get("seq").asLong();
                if (isDelivery(entry) || isWrite(entry)) {
                    journal.add(entry);
                }
            }
        } while (page.size() == PAGE);
        return List.copyOf(journal);
    }

    /** The journal begins anew. */
    synchronized void forgets() {
        journal.clear();
        read = 0;
    }

    List<JsonNode> journal(Predicate<JsonNode> wanted) {
        return journal().stream().filter(wanted).toList();
    }

    /** Number of the newest entry of the journal. */
    long now() {
        return phone.get("/sandbox/v1/journal?limit=1").get("last").asLong();
    }

    static boolean isDelivery(JsonNode entry) {
        return entry.get("kind").asText().equals("delivery");
    }

    static boolean isWrite(JsonNode entry) {
        return WRITES.contains(entry.path("operation").asText());
    }

    static boolean hasEffect(JsonNode entry) {
        return isWrite(entry) && entry.path("effect").asBoolean();
    }

    /** Whether a webhook was answered 2xx. */
    static boolean isTaken(JsonNode entry) {
        return isDelivery(entry) && entry.get("status").asInt() / 100 == 2;
    }

    static boolean hitBy(JsonNode entry, String fault) {
        for (var hit : entry.get("faults")) {
            if (hit.asText().equals(fault)) {
                return true;
            }
        }
        return false;
    }

    /** From now on this fails, and nothing else. */
    void fails(long seed, List<? extends Map<String, ?>> faults) {
        phone.call("PUT", "/sandbox/v1/faults", Map.of("seed", seed, "faults", faults));
    }

    /** This fails too. */
    void failsToo(Map<String, ?> fault) {
        phone.call("POST", "/sandbox/v1/faults", fault);
    }

    void isWell() {
        fails(0, List.of());
    }

    /** Lets Vipps' clock, and nobody else's, go on, and waits until all that became due was tried. */
    void letPass(Duration time) {
        var settled = advance(time);
        while (!settled) {
            settled = advance(Duration.ofMillis(1));
        }
    }

    private boolean advance(Duration time) {
        return phone.call("POST", "/sandbox/v1/clock", Map.of("advance", time.toString()))
                .get("settled")
                .asBoolean();
    }

    /** How far Vipps' clock is ahead of everybody else's. */
    Duration ahead() {
        return Duration.parse(phone.get("/sandbox/v1/clock").get("ahead").asText());
    }
}
