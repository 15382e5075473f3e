package dev.kvitt.gateway.world;

import dev.kvitt.vipps.rules.webhook.SignatureHeaders;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Requests as they go over the wire, of people who have no secret of ours: wrong signatures, changed bodies, secrets of
 * others, and tricks with headers, lengths, paths and methods. Made from a seed.
 */
public final class HostileRequests {

    /** @param what for people */
    public record Hostile(String what, byte[] request) {}

    private static final List<String> TYPES = List.of(
            "application/json",
            ";;;",
            "/",
            "*/*",
            "multipart/form-data",
            "text/plain; charset=no-such",
            "a/b;c=\"",
            "\0");
    private static final List<String> LENGTHS = List.of(
            "Content-Length: -1",
            "Content-Length: many",
            "Content-Length: +5",
            "Content-Length: 99999999999999999999",
            "Content-Length: 4000000000",
            "Content-Length: 5\r\nContent-Length: 6",
            "Content-Length: 5\r\nTransfer-Encoding: chunked",
            "Transfer-Encoding: nonsense",
            "Transfer-Encoding: gzip, chunked",
            "Expect: miracles\r\nContent-Length: 0",
            "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: !!!\r\nContent-Length: 0");
    /** OPTIONS is left out: Quarkus answers it by itself, and takes nothing. */
    private static final List<String> METHODS =
            List.of("GET", "PUT", "DELETE", "HEAD", "TRACE", "CONNECT", "PATCH", "post", "X".repeat(50), "P\tT");

    private static final List<String> OTHER_PATHS = List.of(
            "/hooks",
            "/hooks/",
            "/hooks/%s/../%s",
            "/hooks/%%2e%%2e/%s",
            "/hooks//%s",
            "//hooks/%s",
            "/hooks/%s%%00",
            "/hooks/%s%%zz",
            "/hooks/%s%%",
            "/hooks/%s;a=b",
            "/hooks/%s?a=%%ff%%fe",
            "/hooks/%s#x",
            "/HOOKS/%s",
            "/hooks/%s/",
            "/hooks\\%s",
            "http://elsewhere.example/hooks/%s",
            "*",
            "hooks/%s",
            "/hooks/%%c3%%28%s",
            "/hooks/{token}",
            "/q/../hooks/%s");
    private static final List<String> CHUNKS = List.of(
            "FFFFFFFFFFFFFFFF\r\nx",
            "-1\r\nx",
            "zz\r\nx",
            "5;" + "e".repeat(20_000) + "\r\nhello",
            "0\r\nA: b\r\n\r\n");

    private final Random random;
    private final FakeVipps vipps;
    private final String body;

    public HostileRequests(long seed, FakeVipps vipps, String body) {
        this.random = new Random(seed);
        this.vipps = vipps;
        this.body = body;
    }

    public Hostile next() {
        return switch (random.nextInt(10)) {
            case 0, 1 -> new Hostile("a wrong secret", whole(signed(wrongSecret()), body));
            case 2, 3 ->
                new Hostile("a changed body", whole(signed(vipps.payments().secret()), changed(body)));
            case 4 -> changedHeader();
            case 5 -> withLine("Content-Type: " + pick(TYPES) + "\r\nAccept: " + pick(TYPES));
            case 6 -> withLength(pick(LENGTHS), "hello");
            case 7 -> withLength("Transfer-Encoding: chunked", pick(CHUNKS));
            case 8 -> path();
            default -> size();
        };
    }

    private Webhook signed(String secret) {
        return Webhook.signed(vipps.payments().url(), secret, body, Instant.now());
    }

    private Webhook forged() {
        return signed(wrongSecret());
    }

    private String wrongSecret() {
        var right = vipps.payments().secret();
        return switch (random.nextInt(5)) {
            case 0 -> vipps.checkIns().secret();
            case 1 -> right.substring(1);
            case 2 -> right + "=";
            case 3 -> right.toUpperCase(java.util.Locale.ROOT);
            default -> Long.toHexString(random.nextLong());
        };
    }

    private String changed(String text) {
        var at = random.nextInt(text.length());
        return switch (random.nextInt(3)) {
            case 0 -> text.substring(0, at) + text.substring(at + 1);
            case 1 -> text.substring(0, at) + (text.charAt(at) == '1' ? '2' : '1') + text.substring(at + 1);
            default -> text + " ";
        };
    }

    private Hostile changedHeader() {
        var genuine = signed(vipps.payments().secret());
        var lines = new ArrayList<>(headers(genuine));
        var at = random.nextInt(lines.size());
        var line = lines.get(at);
        var value = line.indexOf(": ") + 2;
        switch (random.nextInt(6)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(line);
            case 2 -> lines.set(at, line.substring(0, value));
            case 3 ->
                lines.set(
                        at,
                        line.substring(0, value)
                                + changed(line.substring(value)).strip() + "x");
            case 4 -> lines.set(at, line + "\u00e6\u0001");
            default -> lines.set(at, line + "x".repeat(50_000));
        }
        return new Hostile(
                "a header trick: " + shown(lines.get(Math.min(at, lines.size() - 1))),
                of("POST " + genuine.path(), lines, body));
    }

    private Hostile withLine(String line) {
        var lines = new ArrayList<>(headers(forged()));
        lines.add(line);
        return new Hostile(shown(line), of("POST " + forged().path(), lines, body));
    }

    private Hostile withLength(String line, String sent) {
        var lines = new ArrayList<>(headers(forged()));
        lines.add(line);
        return new Hostile(
                shown(line) + " then " + shown(sent), raw("POST " + forged().path() + " HTTP/1.1", lines, sent));
    }

    private Hostile path() {
        var token = forged().token();
        var start = random.nextBoolean()
                ? "POST " + pick(OTHER_PATHS).formatted(token, token)
                : pick(METHODS) + " /hooks/" + token;
        return new Hostile(shown(start), of(start, headers(forged()), body));
    }

    private Hostile size() {
        return switch (random.nextInt(4)) {
            case 0 -> new Hostile("a huge body", whole(forged(), "x".repeat(65_537 + random.nextInt(200_000))));
            case 1 -> new Hostile("a long path", of("POST /hooks/" + "y".repeat(10_000), headers(forged()), body));
            case 2 -> {
                var lines = new ArrayList<>(headers(forged()));
                for (var i = 0; i < 2_000; i++) {
                    lines.add("x-" + i + ": " + i);
                }
                yield new Hostile("many headers", of("POST " + forged().path(), lines, body));
            }
            default -> {
                var noise = new byte[200];
                random.nextBytes(noise);
                noise[noise.length - 1] = '\n';
                yield new Hostile("noise", noise);
            }
        };
    }

    private static List<String> headers(Webhook webhook) {
        return List.of(
                SignatureHeaders.DATE + ": " + webhook.signature().date(),
                SignatureHeaders.CONTENT_SHA256 + ": " + webhook.signature().contentSha256(),
                SignatureHeaders.AUTHORIZATION + ": " + webhook.signature().authorization());
    }

    private static byte[] whole(Webhook webhook, String sent) {
        return of("POST " + webhook.path(), headers(webhook), sent);
    }

    private static byte[] of(String start, List<String> lines, String sent) {
        var all = new ArrayList<>(lines);
        all.add("Content-Length: " + sent.getBytes(StandardCharsets.ISO_8859_1).length);
        return raw(start + " HTTP/1.1", all, sent);
    }

    private static byte[] raw(String start, List<String> lines, String sent) {
        var out = new ByteArrayOutputStream();
        var head = start + "\r\nHost: pay.example.com\r\n" + String.join("\r\n", lines) + "\r\n\r\n";
        out.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(sent.getBytes(StandardCharsets.ISO_8859_1));
        return out.toByteArray();
    }

    private String pick(List<String> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static String shown(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "..." : text;
    }
}
