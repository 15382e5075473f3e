package dev.kvitt.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kvitt.cli.Connection;
import dev.kvitt.cli.Session;
import dev.kvitt.cli.http.Api;
import dev.kvitt.cli.text.Json;
import dev.kvitt.cli.text.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A word that asks the service. */
abstract class Word implements Callable<Integer> {

    private final Session session;

    @Mixin
    private Connection connection;

    Word(Session session) {
        this.session = session;
    }

    final Session session() {
        return session;
    }

    final Terminal terminal() {
        return session.terminal();
    }

    final Api api() {
        return connection.api(session);
    }

    final boolean json() {
        return connection.json();
    }

    final void printJson(JsonNode answer) {
        terminal().say(Json.line(answer));
    }
}
