package dev.kvitt.system.reliability;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kvitt.events.CheckedIn;
import dev.kvitt.events.PaymentHappened;
import dev.kvitt.local.demo.EventLog;
import dev.kvitt.local.demo.Timeline;
import dev.kvitt.system.StackUnderTest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What must be so at the end of every test, whatever was broken in it: I1 to I5 and I7 of the promises, sale by sale, from
 * what Kafka holds and what Vipps shows. Needs no plan of what should have happened. I6 is {@link Records#replay}'s.
 */
final class Invariants {

    private static final int TOLD = 3;

    /** What Kafka has, the log of this test has read a moment later. */
    private static final Duration READ_WITHIN = Duration.ofSeconds(30);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final EventLog log;
    private final AtVipps vipps;
    private final Function<String, String> status;

    /** @param status what {@code GET /sales} answers under a key: {@code done}, {@code in-progress} or {@code not-seen} */
    Invariants(EventLog log, AtVipps vipps, Function<String, String> status) {
        this.log = log;
        this.vipps = vipps;
        this.status = status;
    }

    static Invariants of(World world) {
        return new Invariants(
                world.log,
                world.vipps,
                key -> world.shop.status(key).get("status").asText());
    }

    /**
     * Checks these sales, and all webhooks.
     *
     * @throws AssertionError with everything that is wrong, and the stories of the first sales
     */
    void hold(Collection<String> sales) {
        var wrong = new TreeMap<String, List<String>>();
        var writes = vipps.journal(AtVipps::isWrite).stream()
                .filter(entry -> entry.hasNonNull("reference"))
                .collect(Collectors.groupingBy(Invariants::payment));
        var lost = webhooksThatAreNotInKafka();
        for (var key : sales) {
            var problems = new SaleCheck(key, log.of(key), vipps, writes, status.apply(key)).problems();
            if (!problems.isEmpty()) {
                wrong.put(key, problems);
            }
        }
        if (!wrong.isEmpty() || !lost.isEmpty()) {
            throw new AssertionError(wrong.size() + " of " + sales.size() + " sales are not as they must be; " + lost
                    + "\n" + wrong + "\n" + stories(wrong));
        }
    }

    private String stories(Map<String, List<String>> wrong) {
        return wrong.keySet().stream()
                .limit(TOLD)
                .map(key -> key + "\n" + String.join("\n", Timeline.of(log.of(key))))
                .collect(Collectors.joining("\n"));
    }

    static String payment(JsonNode entry) {
        return entry.get("msn").asText() + "/" + entry.get("reference").asText();
    }

    /** I3: of each kind of news about each payment or code, Kafka has at least as many as were answered with 2xx. */
    private List<String> webhooksThatAreNotInKafka() {
        var taken = new TreeMap<String, Integer>();
        vipps.journal(AtVipps::isTaken)
                .forEach(entry -> taken.merge(payment(entry) + " " + news(entry), 1, Integer::sum));
        var limit = Clock.systemUTC().instant().plus(READ_WITHIN);
        var lost = missing(taken);
        while (!lost.isEmpty() && Clock.systemUTC().instant().isBefore(limit)) {
            StackUnderTest.waitUntil(Clock.systemUTC().instant().plus(BETWEEN_LOOKS));
            lost = missing(taken);
        }
        return lost;
    }

    private List<String> missing(Map<String, Integer> taken) {
        var inKafka = new HashMap<String, Integer>();
        for (var seen : log.all()) {
            switch (seen.event().data()) {
                case PaymentHappened fact ->
                    inKafka.merge(fact.msn() + "/" + fact.reference() + " " + fact.name(), 1, Integer::sum);
                case CheckedIn fact -> inKafka.merge(fact.msn() + "/" + fact.merchantQrId() + " SCAN", 1, Integer::sum);
                default -> {}
            }
        }
        var lost = new ArrayList<String>();
        taken.forEach((what, times) -> {
            if (times > inKafka.getOrDefault(what, 0)) {
                lost.add("I3: " + what + " was taken " + times + " times and is in Kafka " + inKafka.get(what)
                        + " times");
            }
        });
        return lost;
    }

    /** From {@code epayments.payment.captured.v1} to {@code CAPTURED}. */
    private static String news(JsonNode delivery) {
        var event = delivery.get("event").asText();
        return event.startsWith("user.checked-in") ? "SCAN" : event.split("\\.", -1)[2].toUpperCase(Locale.ROOT);
    }
}
