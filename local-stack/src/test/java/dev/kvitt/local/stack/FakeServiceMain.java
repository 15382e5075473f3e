package dev.kvitt.local.stack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** The process of a {@link FakeService}. */
public final class FakeServiceMain {

    private static final String MERCHANTS =
            """
            [{"msn":"123456","clientId":"id","clientSecret":"secret","subscriptionKey":"key",
              "customers":["4712345678"],"name":"Brus"}]""";
    private static final String WEBHOOKS =
            """
            [{"id":"w1","msn":"123456","url":"http://127.0.0.1/hook","secret":"s","events":["a.v1"]}]""";

    private FakeServiceMain() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments[1].equals(FakeService.CRASHES)) {
            System.out.println("the last word");
            System.exit(7);
        }
        int ready = arguments[1].equals(FakeService.NEVER_READY) ? 503 : 200;
        HttpServer server = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0])), 0);
        server.createContext("/q/health/ready", exchange -> answer(exchange, ready, "{}"));
        server.createContext("/sandbox/v1/merchants", exchange -> answer(exchange, 200, MERCHANTS));
        server.createContext("/sandbox/v1/webhooks", exchange -> answer(exchange, 200, WEBHOOKS));
        server.start();
        System.out.println("fake service listens");
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
