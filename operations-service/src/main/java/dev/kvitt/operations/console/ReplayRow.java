package dev.kvitt.operations.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A replay as it is shown.
 *
 * @param target the service that reads
 * @param from messages stamped before are not read
 * @param keyPrefix empty for everything, a sales unit, or {@code msn/saleId}
 * @param read messages passed so far
 * @param toRead of how many; 0 until it is known
 * @param events not applied when it came by
 * @param sales that these are of
 * @param money that these name, by currency
 * @param applied of these, by now
 * @param rate messages applied in a second
 * @param why it failed; empty else
 * @param lastFailure what it last had to wait for; empty if for nothing
 */
public record ReplayRow(
        String id,
        String target,
        String state,
        boolean dryRun,
        Instant from,
        String keyPrefix,
        String who,
        String reason,
        long read,
        long toRead,
        long events,
        long sales,
        List<String> money,
        long applied,
        int rate,
        String why,
        String lastFailure,
        Instant lastFailureAt,
        Instant startedAt,
        Instant finishedAt) {

    static ReplayRow of(JsonNode replay) {
        var notApplied = replay.path("notApplied");
        return new ReplayRow(
                replay.path("id").asText(),
                replay.path("target").asText(),
                replay.path("state").asText(),
                replay.path("dryRun").asBoolean(),
                time(replay.path("from")),
                replay.path("keyPrefix").asText(),
                replay.path("who").asText(),
                replay.path("reason").asText(),
                replay.path("read").asLong(),
                replay.path("toRead").asLong(),
                notApplied.path("events").asLong(),
                notApplied.path("sales").asLong(),
                money(notApplied.path("money")),
                replay.path("applied").asLong(),
                replay.path("rate").asInt(),
                replay.path("why").asText(),
                replay.path("lastFailure").asText(),
                time(replay.path("lastFailureAt")),
                time(replay.path("startedAt")),
                time(replay.path("finishedAt")));
    }

    private static List<String> money(JsonNode sums) {
        return StreamSupport.stream(sums.spliterator(), false)
                .map(sum -> Amounts.shown(
                        sum.path("value").asLong(), sum.path("currency").asText()))
                .collect(Collectors.toList());
    }

    private static Instant time(JsonNode time) {
        return time.isTextual() ? Instant.parse(time.asText()) : null;
    }

    public boolean running() {
        return state.equals("running");
    }

    public boolean resumable() {
        return state.equals("stopped") || state.equals("failed");
    }

    /** Whether a real one can follow. */
    public boolean counted() {
        return dryRun && state.equals("done") && events > 0;
    }

    /** Whether it is known how much there is to read. */
    public boolean measured() {
        return toRead > 0;
    }

    public Tag tag() {
        return Tag.state(state);
    }

    /** Whether it is through and found nothing. */
    public boolean nothingMissed() {
        return state.equals("done") && events == 0;
    }

    /** What was not applied when it came by, in words. */
    public String missed() {
        return counted(events, "event") + " of " + counted(sales, "sale");
    }

    private static String counted(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    public String about() {
        return keyPrefix.isEmpty() ? "all sales" : keyPrefix;
    }

    public String kind() {
        return dryRun ? "dry run" : "real";
    }
}
