package dev.kvitt.sandbox.generated;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A request as bytes: no HTTP client would send most of them.
 *
 * @param target path and query, sent as it is
 * @param headers lines without their end, sent as they are
 * @param body may be null: then there is no Content-Length either
 */
record RawRequest(String method, String target, List<String> headers, byte[] body) {

    static RawRequest of(String method, String target, List<String> headers, String json) {
        List<String> all = new ArrayList<>(headers);
        if (json != null) {
            all.add("Content-Type: application/json");
        }
        return new RawRequest(method, target, all, json == null ? null : json.getBytes(StandardCharsets.UTF_8));
    }

    RawRequest withMethod(String other) {
        return new RawRequest(other, target, headers, body);
    }

    RawRequest withTarget(String other) {
        return new RawRequest(method, other, headers, body);
    }

    RawRequest withBody(byte[] other) {
        return new RawRequest(method, target, headers, other);
    }

    RawRequest with(String header) {
        List<String> more = new ArrayList<>(headers);
        more.add(header);
        return new RawRequest(method, target, more, body);
    }

    RawRequest without(String header) {
        List<String> fewer =
                headers.stream().filter(line -> !line.equals(header)).toList();
        return new RawRequest(method, target, fewer, body);
    }

    byte[] bytes() {
        StringBuilder head = new StringBuilder();
        head.append(method).append(' ').append(target).append(" HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        headers.forEach(line -> head.append(line).append("\r\n"));
        if (body != null) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        if (body != null) {
            all.writeBytes(body);
        }
        return all.toByteArray();
    }

    /** For a failed test: enough to see what was asked. */
    @Override
    public String toString() {
        String text = new String(bytes(), StandardCharsets.UTF_8);
        return text.length() > 4000 ? text.substring(0, 4000) + "... (" + text.length() + " in all)" : text;
    }
}
