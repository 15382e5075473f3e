package dev.kvitt.messaging.quarkus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;

/** A PostgreSQL that turns its first visitor away, as one does that is still starting; whoever comes again gets in. */
final class LateDatabase {

    private static final String JDBC = "jdbc:";

    private final ServerSocket door;
    private final URI database;

    private LateDatabase(URI database) throws IOException {
        this.database = database;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    /** The address at which the database is late; lasts as long as this JVM. */
    static String at(String jdbcUrl) {
        try {
            var database = URI.create(jdbcUrl.substring(JDBC.length()));
            var late = new LateDatabase(database);
            Thread.ofPlatform().daemon().name("late-database").start(late::open);
            return jdbcUrl.replace(":" + database.getPort() + "/", ":" + late.door.getLocalPort() + "/");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void open() {
        try {
            door.accept().close();
            while (true) {
                var visitor = door.accept();
                var inside = new Socket(database.getHost(), database.getPort());
                copy(visitor, inside);
                copy(inside, visitor);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("nobody can come to the database any more", e);
        }
    }

    private static void copy(Socket from, Socket to) {
        Thread.startVirtualThread(() -> {
            try (from;
                    to) {
                from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException e) {
                // One side has gone, so the other goes as well.
            }
        });
    }
}
