package dev.kvitt.vipps.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** A port on loopback whose queue of waiting connections is full, so that the next one never opens. */
final class FullBacklog implements AutoCloseable {
    private static final int PROBE_MILLIS = 200;
    private static final int MANY = 50;

    private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final List<Socket> waiting = new ArrayList<>();

    FullBacklog() throws IOException {
        while (connects()) {
            if (waiting.size() > MANY) {
                throw new IOException("the queue does not fill");
            }
        }
    }

    URI uri() {
        return URI.create("http://localhost:" + server.getLocalPort());
    }

    private boolean connects() throws IOException {
        Socket socket = new Socket();
        waiting.add(socket);
        try {
            socket.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()), PROBE_MILLIS);
            return true;
        } catch (SocketTimeoutException full) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : waiting) {
            socket.close();
        }
        server.close();
    }
}
