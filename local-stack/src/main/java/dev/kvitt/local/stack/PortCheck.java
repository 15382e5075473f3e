package dev.kvitt.local.stack;

import dev.kvitt.local.LauncherException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds out before anything is started whether another program holds one of our ports. */
public final class PortCheck {

    private static final int CONNECT_LIMIT_MILLIS = 300;
    private static final int RANGE = 100;

    private PortCheck() {}

    /** Every busy port is named, with the part that wants it, and how to choose others. */
    public static void requireFree(Ports ports) {
        List<Map.Entry<String, Integer>> busy = ports.byName().entrySet().stream()
                .filter(part -> isBusy(part.getValue()))
                .sorted(Map.Entry.comparingByValue())
                .toList();
        if (!busy.isEmpty()) {
            String named = busy.stream()
                    .map(part -> part.getValue() + " (for " + part.getKey() + ")")
                    .collect(Collectors.joining(", "));
            int other = (ports.byName().values().stream().max(Integer::compare).orElseThrow() / RANGE + 5) * RANGE;
            throw new LauncherException("Port " + named + (busy.size() == 1 ? " is" : " are")
                    + " used by another program. Nothing was started. Choose another range with ./kvitt up --port-base "
                    + other + ", or set KVITT_PORT_BASE=" + other + ".");
        }
    }

    /** Somebody listens there, or it cannot be bound for another reason. */
    static boolean isBusy(int port) {
        return answers(port) || !bindable(port);
    }

    /** On macOS a port held by all addresses can still be bound for one: so ask as well. */
    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_LIMIT_MILLIS);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    private static boolean bindable(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
