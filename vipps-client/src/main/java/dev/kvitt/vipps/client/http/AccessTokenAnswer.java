package dev.kvitt.vipps.client.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/** Reads the answer of the access token API, whose numbers come as texts or as numbers. */
final class AccessTokenAnswer {
    /** How long before its end a token is no longer used; for short lives, a tenth of the life. */
    static final Duration MAX_MARGIN = Duration.ofSeconds(60);
    /** Longest life that is believed; production gives 24 hours. */
    static final Duration MAX_LIFE = Duration.ofDays(7);

    private static final int MARGIN_PART = 10;
    private static final Pattern HEADER_SAFE = Pattern.compile("[!-~]+");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,18}");

    private AccessTokenAnswer() {}

    /** @param asked when the token was asked for, so that the time under way counts against its life */
    static AccessToken read(String body, Instant asked) {
        JsonNode json = Json.read(body);
        String value = json.path("access_token").asText("");
        if (!HEADER_SAFE.matcher(value).matches()) {
            throw new UnreadableAnswer("the answer has no usable access_token");
        }
        Duration life = life(json, asked);
        Duration tenth = life.dividedBy(MARGIN_PART);
        Duration margin = tenth.compareTo(MAX_MARGIN) < 0 ? tenth : MAX_MARGIN;
        return new AccessToken(value, asked.plus(life).minus(margin));
    }

    /** {@code expires_in} counts first: it holds even where our clock and Vipps' disagree. */
    private static Duration life(JsonNode json, Instant asked) {
        long now = asked.getEpochSecond();
        long seconds = json.has("expires_in") ? seconds(json, "expires_in") : seconds(json, "expires_on") - now;
        if (seconds <= 0) {
            throw new UnreadableAnswer("the access token has already run out");
        }
        return Duration.ofSeconds(Math.min(seconds, MAX_LIFE.toSeconds()));
    }

    private static long seconds(JsonNode json, String field) {
        String text = json.path(field).asText("");
        if (!SECONDS.matcher(text).matches()) {
            throw new UnreadableAnswer("the answer's " + field + " is not a number of seconds");
        }
        return Long.parseLong(text);
    }
}
