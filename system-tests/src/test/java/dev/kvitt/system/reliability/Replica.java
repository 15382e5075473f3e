package dev.kvitt.system.reliability;

import dev.kvitt.local.stack.StackContext;
import dev.kvitt.local.stack.StackService;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One of several processes of a service, built from whatever sources are chosen for its next start.
 *
 * @param serviceName of this process
 * @param build root folder of the project that it is taken from
 */
record Replica(StackService service, String serviceName, boolean isSpare, Supplier<Path> build)
        implements StackService {

    private static final int SPARES_FROM = 30;

    @Override
    public int portOffset() {
        return service.portOffset() + (isSpare ? SPARES_FROM : 0);
    }

    @Override
    public Optional<String> databaseName() {
        return service.databaseName();
    }

    @Override
    public boolean isOutside() {
        return service.isOutside();
    }

    @Override
    public List<String> command(StackContext context) {
        return service.command(new StackContext(
                build.get(), context.data(), context.ports(), context.databases(), context.token(), context.tuning()));
    }

    @Override
    public Map<String, String> environment(StackContext context) {
        var all = new HashMap<>(service.environment(context));
        all.put("QUARKUS_HTTP_PORT", Integer.toString(context.ports().of(serviceName)));
        // As replicas in a cluster: who ends leaves its partitions to the others at once.
        all.remove("KVITT_KAFKA_PROPERTIES__GROUP_INSTANCE_ID_");
        // What docs/upgrading.md says to give a release that does not set it by itself.
        all.put("QUARKUS_FLYWAY_IGNORE_FUTURE_MIGRATIONS", "true");
        return all;
    }
}
