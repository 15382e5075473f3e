package dev.kvitt.local.bench;

import dev.kvitt.local.demo.EventLog;
import dev.kvitt.local.demo.Seen;
import dev.kvitt.local.postgres.DatabaseAdmin;
import dev.kvitt.local.stack.KvittService;
import dev.kvitt.local.stack.Ports;
import dev.kvitt.local.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the processes of a stack have used so far: two readings make a measurement. */
final class Meter {

    private final Stack stack;
    private final EventLog log;

    Meter(Stack stack, EventLog log) {
        this.stack = stack;
        this.log = log;
    }

    /**
     * Since each process began.
     *
     * @param cpu processor time by process
     * @param statements SQL statements by service
     * @param messages events on Kafka by who said them
     */
    record Reading(Map<String, Duration> cpu, Map<String, Long> statements, Map<String, Long> messages) {}

    Reading read() {
        var messages = new HashMap<String, Long>();
        for (Seen seen : log.all()) {
            messages.merge(seen.event().source().replace("kvitt/", ""), 1L, Long::sum);
        }
        return new Reading(cpu(), statements(), messages);
    }

    private Map<String, Duration> cpu() {
        var cpu = new LinkedHashMap<String, Duration>();
        for (var service : KvittService.values()) {
            cpu.put(service.serviceName(), cpu(stack.pid(service.serviceName())));
        }
        cpu.put(Ports.KAFKA, cpu(stack.pid(Ports.KAFKA)));
        cpu.put(Ports.POSTGRES, withDescendants(postmaster()));
        cpu.put("this load generator", cpu(ProcessHandle.current().pid()));
        return cpu;
    }

    private static Duration cpu(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }

    /** PostgreSQL has a process a connection; the pools keep theirs, so little is lost of those that end. */
    private static Duration withDescendants(long pid) {
        return ProcessHandle.of(pid)
                .map(root -> root.descendants().map(child -> cpu(child.pid())).reduce(cpu(pid), Duration::plus))
                .orElse(Duration.ZERO);
    }

    private long postmaster() {
        try (var lines = Files.lines(stack.context().data().postgres().resolve("postmaster.pid"))) {
            return Long.parseLong(lines.findFirst().orElseThrow().strip());
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL's process id cannot be read", e);
        }
    }

    private Map<String, Long> statements() {
        DatabaseAdmin admin = stack.databaseAdmin();
        var statements = new HashMap<String, Long>();
        for (var service : KvittService.values()) {
            service.databaseName().ifPresent(name -> statements.put(service.serviceName(), statements(admin, name)));
        }
        return statements;
    }

    private static long statements(DatabaseAdmin admin, String database) {
        try (var connection = admin.connect(database);
                var select = connection.prepareStatement(
                        """
                        select coalesce(sum(s.calls), 0) from pg_stat_statements s
                        join pg_database d on d.oid = s.dbid join pg_roles r on r.oid = s.userid
                        where d.datname = current_database() and r.rolname = current_database()""")) {
            var rows = select.executeQuery();
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("The statements of " + database + " cannot be counted", e);
        }
    }
}
