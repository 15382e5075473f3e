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
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

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
        this(ServerSocketFactory.getDefault(), misbehaviour);
    }

    /** Over TLS 1.2, the last one in which a server can start over after a request. */
    public BrokenVipps(SSLContext serving, Misbehaviour misbehaviour) {
        this(serving.getServerSocketFactory(), misbehaviour);
    }

    private BrokenVipps(ServerSocketFactory sockets, Misbehaviour misbehaviour) {
        try {
            server = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        if (server instanceof SSLServerSocket tls) {
            tls.setEnabledProtocols(new String[] {"TLSv1.2"});
        }
        executor.execute(() -> accept(misbehaviour));
    }

    public URI uri() {
        return URI.create(
                (server instanceof SSLServerSocket ? "https" : "http") + "://localhost:" + server.getLocalPort());
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

    /** Reads a body that is one JSON object in an object, as that of a capture is. */
    public static void readBody(Socket socket) throws IOException {
        int closing = 0;
        while (closing < 2) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                return;
            }
            closing += next == '}' ? 1 : 0;
        }
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
