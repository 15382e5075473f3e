package dev.kvitt.local.test;

import dev.kvitt.local.postgres.Database;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Gives a {@code @QuarkusTest} a real Kafka and a database of its own.
 *
 * <p>Init argument {@code service}: how the database is named, for example {@code payment}. Each application started gets
 * a fresh database; the broker and its topics are shared by the whole JVM.
 */
public final class KvittTestResource implements QuarkusTestResourceLifecycleManager {

    private String service = "service";

    @Override
    public void init(Map<String, String> arguments) {
        service = arguments.getOrDefault("service", service);
    }

    @Override
    public Map<String, String> start() {
        Database database = TestParts.postgres().freshDatabase(service);
        return Map.of(
                "kvitt.kafka.bootstrap", TestParts.kafka().bootstrap(),
                "quarkus.datasource.jdbc.url", database.jdbcUrl(),
                "quarkus.datasource.username", database.user(),
                "quarkus.datasource.password", database.password(),
                "kvitt.db.direct-url", database.directUrl());
    }

    /** Nothing to stop: the parts end with the JVM. */
    @Override
    public void stop() {}
}
