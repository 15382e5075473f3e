package dev.kvitt.gateway.world;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpServer;
import dev.kvitt.events.seal.DayKeys;
import dev.kvitt.events.seal.Sealed;
import dev.kvitt.events.seal.Unsealer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The keys of checkin-service, with the private halves to look what was sealed. */
public final class FakeCheckin implements AutoCloseable {

    private final HttpServer server;
    private final ECKey key = DayKeys.generate(LocalDate.now(ZoneOffset.UTC));

    public FakeCheckin() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/keys", exchange -> {
            var bytes = new JWKSet(key).toPublicJWKSet().toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public String open(Sealed sealed) {
        return new Unsealer(() -> new JWKSet(key)).open(sealed).orElseThrow();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
