package dev.kvitt.system.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kvitt.local.stack.Secrets;
import dev.kvitt.local.stack.Stack;
import dev.kvitt.local.stack.StackSecrets;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** operations-service of a stack: asked as the command line asks it, and its live ledger as it lies there. */
public final class Operations {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> TABLES =
            List.of("message", "sale", "payment", "money_event", "operation", "entry", "quarantined");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Stack stack;

    public Operations(Stack stack) {
        this.stack = stack;
    }

    /** @param path below {@code /api/} */
    public JsonNode get(String path) {
        return json(ask("GET", path, "application/json", null));
    }

    /** @param path below {@code /api/} */
    public String get(String path, String type) {
        return ask("GET", path, type, null);
    }

    /** @param path below {@code /api/} */
    public JsonNode post(String path, Map<String, ?> body) {
        return json(ask("POST", path, "application/json", body));
    }

    private String ask(String method, String path, String type, Map<String, ?> body) {
        var context = stack.context();
        var token = new Secrets(context.data().secrets()).password(StackSecrets.OPERATIONS_TOKEN);
        try {
            var request = HttpRequest.newBuilder(URI.create(context.ports().url("operations-service") + "/api/" + path))
                    .header("Authorization", "Bearer " + token)
                    .header("Accept", type)
                    .header("Content-Type", "application/json")
                    .method(
                            method,
                            body == null
                                    ? BodyPublishers.noBody()
                                    : BodyPublishers.ofString(JSON.writeValueAsString(body)))
                    .build();
            var answer = http.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode() / 100).as(answer.body()).isEqualTo(2);
            return answer.body();
        } catch (IOException e) {
            throw new IllegalStateException("operations-service does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException("no JSON: " + text, e);
        }
    }

    /** Of each table of the live ledger how many rows it has, and a checksum of all that is in them. */
    public Map<String, String> ledger() {
        var all = new TreeMap<String, String>();
        for (var table : TABLES) {
            all.put(
                    table,
                    rows("select count(*) || ' ' || coalesce(md5(string_agg(t::text, ' ' order by t::text collate \"C\")), '')"
                                    + " from " + table + " t")
                            .getFirst()
                            .getFirst());
        }
        return all;
    }

    /** What a query gives in the live ledger, as texts. */
    public List<List<String>> rows(String sql) {
        try (var connection = stack.databaseAdmin().connect("operations");
                var statement = connection.createStatement()) {
            statement.execute("select set_config('search_path', (select live from ledger_state) || ', public', false)");
            var rows = statement.executeQuery(sql);
            var found = new ArrayList<List<String>>();
            while (rows.next()) {
                var row = new ArrayList<String>();
                for (var n = 1; n <= rows.getMetaData().getColumnCount(); n++) {
                    row.add(rows.getString(n));
                }
                found.add(row);
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("the ledger cannot be read", e);
        }
    }
}
