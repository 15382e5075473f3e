package dev.kvitt.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Listens to one till's feed for ever, and after a break from where it was. */
final class Feed implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Feed.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Kvitt says something at least every 15 s. */
    private static final Duration SILENCE = Duration.ofSeconds(45);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Kvitt kvitt;
    private final ObjectMapper json;
    private final String tillId;
    private final Listener listener;
    private final Thread thread;
    private volatile String last;
    private volatile InputStream open;
    private volatile long heardAt = System.nanoTime();
    private volatile boolean stopped;

    /** Who is told. */
    interface Listener {
        /**
         * @param before the id of the event before this one; empty for none
         * @param event in CloudEvents' JSON format
         */
        void told(String before, String id, JsonNode event);

        /** Something may have been missed, or a break is over: ask. */
        void ask();
    }

    Feed(Kvitt kvitt, ObjectMapper json, String tillId, String after, Listener listener) {
        this.kvitt = kvitt;
        this.json = json;
        this.tillId = tillId;
        this.last = after;
        this.listener = listener;
        this.thread = Thread.ofVirtual().name("feed-" + tillId).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** The id of the last event; empty before any. */
    String last() {
        return last;
    }

    /** Whether nobody has told anything for longer than it takes to come back. */
    boolean isAway() {
        return open == null && System.nanoTime() - heardAt > PATIENCE.toNanos();
    }

    /** Ends a connection on which nobody is left. */
    void watch() {
        var stream = open;
        if (stream != null && System.nanoTime() - heardAt > SILENCE.toNanos()) {
            end(stream);
        }
    }

    private void run() {
        while (!stopped) {
            try (var stream = kvitt.events(tillId, last)) {
                heardAt = System.nanoTime();
                open = stream;
                listener.ask();
                read(new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)));
            } catch (IOException | RuntimeException e) {
                LOG.debugf("%s: %s", tillId, e.getMessage());
            }
            if (open != null) {
                heardAt = System.nanoTime();
                open = null;
            }
            pause();
        }
    }

    private void read(BufferedReader lines) throws IOException {
        var id = "";
        var name = "";
        var data = new StringBuilder();
        for (var line = lines.readLine(); line != null && !stopped; line = lines.readLine()) {
            heardAt = System.nanoTime();
            if (line.isEmpty()) {
                event(id, name, data.toString());
                id = "";
                name = "";
                data.setLength(0);
            } else if (line.startsWith("id:")) {
                id = value(line);
            } else if (line.startsWith("event:")) {
                name = value(line);
            } else if (line.startsWith("data:")) {
                data.append(value(line)).append('\n');
            }
        }
    }

    private void event(String id, String name, String data) throws IOException {
        if (name.equals("gap")) {
            listener.ask();
        } else if (!data.isBlank()) {
            listener.told(last, id, json.readTree(data));
            last = id.isEmpty() ? last : id;
        }
    }

    /** One blank after the colon is no part of the value. */
    private static String value(String line) {
        var text = line.substring(line.indexOf(':') + 1);
        return text.startsWith(" ") ? text.substring(1) : text;
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            stopped = true;
        }
    }

    private static void end(InputStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            LOG.debug("It was over already", e);
        }
    }

    @Override
    public void close() {
        stopped = true;
        thread.interrupt();
    }
}
