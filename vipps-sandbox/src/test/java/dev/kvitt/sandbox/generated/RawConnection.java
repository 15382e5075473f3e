package dev.kvitt.sandbox.generated;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** One HTTP/1.1 connection at a time to the sandbox, opened again when the server closes it. */
final class RawConnection implements AutoCloseable {

    /** A connection without an answer for so long is left hanging. */
    private static final int HANGING_MILLIS = 30_000;

    /** Only says that the answer is to come. */
    private static final int CONTINUE = 100;

    private final int port;
    private Socket socket;
    private InputStream in;

    RawConnection(int port) {
        this.port = port;
    }

    /** @throws AssertionError if the server neither answers nor closes */
    RawAnswer send(RawRequest request) {
        try {
            boolean used = socket != null;
            open();
            RawAnswer answer = exchange(request);
            if (answer.status() == 0 && used) {
                // The server was free to close after the answer before; only a new connection tells.
                close();
                open();
                answer = exchange(request);
            }
            if (answer.closes()) {
                close();
            }
            return answer;
        } catch (SocketTimeoutException hanging) {
            throw new AssertionError("left hanging: " + request, hanging);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RawAnswer exchange(RawRequest request) throws IOException {
        IOException unsent = null;
        try {
            socket.getOutputStream().write(request.bytes());
            socket.getOutputStream().flush();
        } catch (SocketTimeoutException hanging) {
            throw hanging;
        } catch (IOException closedEarly) {
            // The server may answer and close before it has read all of a body it does not want.
            unsent = closedEarly;
        }
        try {
            return read(request.method().equals("HEAD"));
        } catch (SocketTimeoutException hanging) {
            throw hanging;
        } catch (IOException closed) {
            if (unsent != null) {
                closed.addSuppressed(unsent);
            }
            return RawAnswer.NONE;
        }
    }

    private RawAnswer read(boolean head) throws IOException {
        String first = line();
        Map<String, String> headers = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int status = Integer.parseInt(first.split(" ", 3)[1]);
        if (status == CONTINUE) {
            return read(head);
        }
        boolean empty = head || status == 204 || status == 304;
        return new RawAnswer(status, headers, empty ? "" : body(headers));
    }

    private String body(Map<String, String> headers) throws IOException {
        if (!"chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            return text(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        }
        StringBuilder all = new StringBuilder();
        for (int size = chunk(); size > 0; size = chunk()) {
            all.append(text(size));
            line();
        }
        line();
        return all.toString();
    }

    private int chunk() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private String text(int length) throws IOException {
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    private void open() throws IOException {
        if (socket == null) {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(HANGING_MILLIS);
            in = new BufferedInputStream(socket.getInputStream());
        }
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
