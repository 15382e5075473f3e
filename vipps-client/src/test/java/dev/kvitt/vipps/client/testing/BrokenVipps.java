package dev.kvitt.vipps.client.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Gives a token properly and then misbehaves on the wire, which no decent HTTP server can be made to do. */
public final class BrokenVipps implements AutoCloseable {
    /** What happens to a connection once its request has been read. */
    @FunctionalInterface
    public interface Misbehaviour {
        void on(Socket socket, CountDownLatch closed) throws IOException, InterruptedException;
    }

    private final ServerSocket server;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger calls = new AtomicInteger();

    public BrokenVipps(Misbehaviour misbehaviour) {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        executor.execute(() -> accept(misbehaviour));
    }

    public URI uri() {
        return URI.create("http://localhost:" + server.getLocalPort());
    }

    /** How many requests other than for tokens were read. */
    public int calls() {
        return calls.get();
    }

    private void accept(Misbehaviour misbehaviour) {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                executor.execute(() -> serve(socket, misbehaviour));
            } catch (IOException end) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(end);
                }
            }
        }
    }

    private void serve(Socket socket, Misbehaviour misbehaviour) {
        try (socket) {
            if (readHead(socket.getInputStream()).contains(FakeVipps.TOKEN_PATH)) {
                String body = Reply.token("token-1", 3600).body();
                write(
                        socket,
                        "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
            } else {
                calls.incrementAndGet();
                misbehaviour.on(socket, closed);
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    public static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static String readHead(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            head.append((char) next);
        }
        return head.toString();
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            server.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        executor.shutdownNow();
    }
}
