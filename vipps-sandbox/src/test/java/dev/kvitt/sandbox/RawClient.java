package dev.kvitt.sandbox;

import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Speaks HTTP/1.1 over a bare socket, so that a test sees what really comes over the wire. */
final class RawClient {

    private static final int DEADLINE_MILLIS = 20_000;

    /** How the other side let go. */
    enum End {
        CLOSED,
        RESET
    }

    /** @param answer all that came before the end */
    record Seen(String answer, End end) {}

    private RawClient() {}

    /** Sends a merchant's request and reads until the connection ends. */
    static Seen send(Api api, String method, String path, String key, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head = method + " " + path + " HTTP/1.1\r\nHost: sandbox\r\nConnection: close\r\n"
                + "Authorization: Bearer " + api.token() + "\r\n"
                + "Ocp-Apim-Subscription-Key: " + api.keyPrefix() + "-subscription-key\r\n"
                + "Merchant-Serial-Number: " + api.msn() + "\r\n"
                + "Idempotency-Key: " + key + "\r\n"
                + "Content-Type: application/json\r\nContent-Length: " + bytes.length + "\r\n\r\n";
        URI sandbox = URI.create(RestAssured.baseURI);
        try (Socket socket = new Socket(sandbox.getHost(), RestAssured.port)) {
            socket.setSoTimeout(DEADLINE_MILLIS);
            socket.getOutputStream().write((head + body).getBytes(StandardCharsets.UTF_8));
            return read(socket.getInputStream());
        }
    }

    private static Seen read(InputStream in) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            in.transferTo(answer);
            return new Seen(answer.toString(StandardCharsets.UTF_8), End.CLOSED);
        } catch (SocketException reset) {
            return new Seen(answer.toString(StandardCharsets.UTF_8), End.RESET);
        }
    }
}
