package dev.kvitt.sandbox.generated;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Turns good requests into nearly valid and hostile ones. */
record RequestTwist(Chance chance, JsonTwist json) {

    /** Larger than any body that is read. */
    private static final int HUGE = 300_000;

    RequestTwist(Chance chance) {
        this(chance, new JsonTwist(chance));
    }

    /** 40 % stay as they are, 40 % become nearly valid, 20 % hostile. */
    RawRequest maybe(RawRequest good) {
        int dice = chance.below(100);
        if (dice < 40) {
            return good;
        }
        return dice < 80 ? nearlyValid(good) : hostile(good);
    }

    private RawRequest nearlyValid(RawRequest good) {
        if (good.body() != null && chance.percent(70)) {
            return good.withBody(utf8(json.twist(text(good))));
        }
        return chance.percent(50) ? headerChanged(good) : lastSegmentChanged(good);
    }

    private RawRequest headerChanged(RawRequest good) {
        if (good.headers().isEmpty()) {
            return good.with("X-Forwarded-For: 127.0.0.1");
        }
        String header = chance.oneOf(good.headers());
        String name = header.substring(0, header.indexOf(':'));
        RawRequest without = good.without(header);
        return switch (chance.below(5)) {
            case 0 -> without;
            case 1 -> without.with(name + ": " + "x".repeat(1 + chance.below(3000)));
            case 2 -> without.with(name + ":");
            case 3 -> good.with(header);
            default -> without.with(header.toUpperCase(java.util.Locale.ROOT));
        };
    }

    private RawRequest lastSegmentChanged(RawRequest good) {
        int slash = good.target().lastIndexOf('/');
        String segment = chance.oneOf(
                "short", "r".repeat(65), "a%20b", "%C3%A6", "%ff", "%2F", "x;y=z", "1", "~", "-", "a?b=%zz", "%00");
        return good.withTarget(good.target().substring(0, slash + 1) + segment);
    }

    private RawRequest hostile(RawRequest good) {
        return switch (chance.below(11)) {
            case 0 ->
                good.withMethod(chance.oneOf("PUT", "PATCH", "DELETE", "OPTIONS", "HEAD", "TRACE", "GET", "BREW"));
            case 1 -> good.withTarget(pathTrick(good.target()));
            case 2 -> good.withBody(badUtf8(good));
            case 3 -> good.withBody(utf8(json.deep()));
            case 4 -> good.withBody(good.body() == null ? chance.bytes(20) : utf8(json.doubled(text(good))));
            case 5 -> good.withBody(chance.bytes(chance.below(500)));
            case 6 -> chance.percent(10) ? good.withBody(new byte[HUGE]) : good.withBody(new byte[0]);
            case 7 ->
                good.with(chance.oneOf(
                        "X-Control: \u0007",
                        "X-Long: " + "y".repeat(9000),
                        "Bad Header: 1",
                        ": nameless",
                        "Idempotency-Key: \u00e6\u00f8\u00e5",
                        "Content-Encoding: gzip",
                        "Expect: 100-continue",
                        "Accept: text/html;q=x",
                        "Content-Type: application/json;charset=utf-99"));
            case 8 -> new RawRequest(good.method(), good.target(), shuffled(good.headers()), good.body());
            case 9 -> good.body() == null ? good.with("Transfer-Encoding: gzip") : cut(good);
            default -> new RawRequest(good.method(), good.target(), List.of(), good.body());
        };
    }

    private String pathTrick(String target) {
        return chance.oneOf(
                target + "/",
                "/" + target,
                target + "/../..",
                target.replaceFirst("/", "/%2e%2e/"),
                target + "%00",
                target + ";jsessionid=1",
                target + "?" + "q=1&".repeat(500),
                target + "/" + "x".repeat(3000),
                target + "#fragment",
                target + "%",
                target.replace("/v1", "/v9"),
                target + "\\..\\",
                "*",
                "http://127.0.0.1" + target);
    }

    private byte[] badUtf8(RawRequest good) {
        byte[] body = good.body() == null
                ? utf8("{\"reference\":\"x\"}")
                : good.body().clone();
        if (body.length > 0) {
            body[chance.below(body.length)] = (byte) (0x80 + chance.below(0x80));
        }
        return body;
    }

    private RawRequest cut(RawRequest good) {
        return good.withBody(Arrays.copyOf(good.body(), chance.below(good.body().length + 1)));
    }

    private List<String> shuffled(List<String> headers) {
        List<String> mixed = new ArrayList<>(headers);
        Collections.swap(mixed, 0, mixed.size() - 1);
        mixed.removeIf(line -> chance.percent(20));
        return mixed;
    }

    private static String text(RawRequest request) {
        return new String(request.body(), StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
