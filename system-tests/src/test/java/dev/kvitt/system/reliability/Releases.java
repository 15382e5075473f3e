package dev.kvitt.system.reliability;

import dev.kvitt.local.stack.StackService;
import dev.kvitt.system.StackUnderTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;

/** Services in two releases: which runs where, and how one takes the other's place as in a rolling upgrade. */
final class Releases {

    /** Who reads what others say comes first, so that nobody is told what it does not know yet. */
    static final List<String> READERS_FIRST = List.of(
            "operations-service",
            "receipt-service",
            "capture-service",
            "payment-service",
            "checkin-service",
            "webhook-gateway");

    private static final Path THIS = Path.of("..").toAbsolutePath().normalize();
    private static final String BESIDE = "-beside";
    private static final Duration SHARES_WITHIN = Duration.ofMinutes(1);

    private final Map<String, Path> builds = new ConcurrentHashMap<>();
    private final Path first;

    /** @param first root folder of the release that everything begins with */
    Releases(Path first) {
        this.first = first;
    }

    /** Two processes for each of Kvitt's own services, the second only when it is started. */
    Stream<StackService> processes(StackService service) {
        if (service.isOutside()) {
            return Stream.of(service);
        }
        var name = service.serviceName();
        return Stream.of(
                new Replica(service, name, false, () -> build(name)),
                new Replica(service, name + BESIDE, true, () -> build(name + BESIDE)));
    }

    /** A service that the release before did not have is there from the beginning, of this build. */
    private Path build(String process) {
        var chosen = builds.getOrDefault(process, first);
        return Files.isDirectory(chosen.resolve(process.replace(BESIDE, ""))) ? chosen : THIS;
    }

    /** A replica of the other release is started beside the one that runs, takes its part of the work, then all of it. */
    void change(World world, String service, Path build, Load load, int sales) {
        builds.put(service + BESIDE, build);
        world.stack.restart(service + BESIDE);
        if (!service.equals("webhook-gateway")) {
            awaitSharing(world, service);
        }
        load.goesOn(sales, 0);
        world.stack.end(service);
        builds.put(service, build);
        world.stack.restart(service);
        world.stack.end(service + BESIDE);
        load.goesOn(sales, 0);
    }

    /** The gateway reads nothing and is reached by Vipps under one address only: it has nothing to share. */
    private static void awaitSharing(World world, String group) {
        try (var admin = Admin.create(
                Map.of("bootstrap.servers", world.stack.context().ports().kafka()))) {
            StackUnderTest.waitFor(() -> readers(admin, group) == 2, SHARES_WITHIN);
        }
    }

    private static long readers(Admin admin, String group) {
        try {
            return admin.describeConsumerGroups(List.of(group)).describedGroups().get(group).get().members().stream()
                    .filter(member -> !member.assignment().topicPartitions().isEmpty())
                    .count();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka does not tell who reads for " + group, e);
        }
    }
}
