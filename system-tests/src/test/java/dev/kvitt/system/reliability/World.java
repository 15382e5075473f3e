package dev.kvitt.system.reliability;

import dev.kvitt.events.PointOfSaleEvent;
import dev.kvitt.local.QuietLogging;
import dev.kvitt.local.demo.EventLog;
import dev.kvitt.local.demo.Phone;
import dev.kvitt.local.demo.PointOfSale;
import dev.kvitt.local.demo.Shop;
import dev.kvitt.local.postgres.Database;
import dev.kvitt.local.stack.JvmTuning;
import dev.kvitt.local.stack.KvittStack;
import dev.kvitt.local.stack.Ports;
import dev.kvitt.local.stack.PrivateFolders;
import dev.kvitt.local.stack.Progress;
import dev.kvitt.local.stack.Stack;
import dev.kvitt.local.stack.StackDefinition;
import dev.kvitt.local.stack.StackOptions;
import dev.kvitt.local.stack.StackService;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The packaged services, many points of sale, their customers, and a Vipps whose hour is short. One for all tests of the package. */
final class World {

    /** Vending machines, each with a code of its own. */
    static final int MACHINES = 24;

    /** How long an hour is for whoever remembers idempotency keys, or waits for a request to arrive. */
    enum Hour {
        /** Nothing is in doubt for so long, and nothing is forgotten. */
        LONG("PT24H", "PT1H", "PT5M", "PT20M"),
        /**
         * Longer than the minute in which a payment takes five writes: else one that has had them would be a person's to settle. Kvitt
         * trusts a key for less than Vipps remembers it, as any wise setting does.
         */
        SHORT("PT130S", "PT2M", "PT5M", "PT20M"),
        /** All of it at one scale, for whoever wants an hour to pass. */
        SCALED("PT45S", "PT40S", "PT10S", "PT15S"),
        /** What was sent into an outage of some seconds counts as never arrived soon after. */
        OUTAGE("PT24H", "PT1H", "PT5M", "PT15S");

        private final String vippsRemembers;
        private final String kvittTrusts;
        private final String kvittAsksFirst;
        private final String mayArrive;

        Hour(String vippsRemembers, String kvittTrusts, String kvittAsksFirst, String mayArrive) {
            this.vippsRemembers = vippsRemembers;
            this.kvittTrusts = kvittTrusts;
            this.kvittAsksFirst = kvittAsksFirst;
            this.mayArrive = mayArrive;
        }
    }

    private static final Duration READY_LIMIT = Duration.ofMinutes(5);

    private static World world;

    final Stack stack;
    final Shop shop;
    final EventLog log;
    final Phone phone;
    final AtVipps vipps;
    final Records records;
    final boolean drill;

    private final Map<String, Map<String, String>> settings = new ConcurrentHashMap<>();
    private final Map<String, DatabaseServer> elsewhere = new ConcurrentHashMap<>();
    private final PointOfSale pointsOfSale;

    private Hour hour;

    /** Of a drill: services are started anew in it. */
    World(Hour hour, Function<StackService, Stream<StackService>> processes) {
        this(hour, processes, true);
    }

    /** @param processes those in which a service is to run, usually only itself */
    private World(Hour hour, Function<StackService, Stream<StackService>> processes, boolean drill) {
        QuietLogging.configure();
        this.drill = drill;
        this.hour = hour;
        set("vipps-sandbox", "SANDBOX_JOURNAL_LIMIT", "2000000");
        set("vipps-sandbox", "SANDBOX_FAULTS_REMEMBERED_REQUESTS", "1000000");
        set(hour);
        set("webhook-gateway", "KVITT_GATEWAY_UPKEEP_INTERVAL", "PT2S");
        // A machine that is busy with other things makes everything slow, and that alone breaks nothing here.
        databases().keySet().forEach(service -> set(service, "QUARKUS_DATASOURCE_JDBC_ACQUISITION_TIMEOUT", "PT60S"));
        if (drill) {
            set("checkin-service", "KVITT_CREATE_VALID_FOR", Player.STILL_WANTED_IN_DRILLS.toString());
        }
        stack = start(processes);
        shop = new Shop(stack);
        log = shop.log;
        phone = shop.phone;
        vipps = new AtVipps(phone);
        records = new Records(this);
        pointsOfSale = new PointOfSale(stack.context().ports().kafka(), Clock.systemUTC(), "till");
    }

    static synchronized World get() {
        if (world == null) {
            world = new World(Hour.SHORT, Stream::of, false);
        }
        return world;
    }

    private Stack start(Function<StackService, Stream<StackService>> processes) {
        var home = Path.of("..").toAbsolutePath().normalize();
        var kvitt = KvittStack.definition(MACHINES);
        var definition = new StackDefinition(
                kvitt.services().stream()
                        .map(this::withSettings)
                        .flatMap(processes)
                        .toList(),
                kvitt.preparation());
        return Stack.start(
                new StackOptions(
                        home,
                        PrivateFolders.create(home),
                        Ports.free(definition.services()),
                        definition,
                        JvmTuning.QUICK_START,
                        READY_LIMIT,
                        true),
                new Progress(System.out, Clock.systemUTC()));
    }

    private StackService withSettings(StackService service) {
        return new WithSettings(service, of(service.serviceName()));
    }

    private Map<String, String> of(String service) {
        return settings.computeIfAbsent(service, name -> new ConcurrentHashMap<>());
    }

    /** A setting of a service, as an environment variable, from its next start on. */
    void set(String service, String variable, String value) {
        of(service).put(variable, value);
    }

    /** From now on an hour is so long. The sandbox forgets its journal when that changes. */
    void hourIs(Hour wanted) {
        if (hour != wanted) {
            hour = wanted;
            set(hour);
            for (var service : List.of("vipps-sandbox", "capture-service")) {
                stack.kill(service);
                stack.restart(service);
            }
            vipps.forgets();
        }
    }

    private void set(Hour wanted) {
        set("vipps-sandbox", "SANDBOX_RULES_KEYS_LIFETIME", wanted.vippsRemembers);
        set("capture-service", "KVITT_IDEMPOTENCY_TRUST", wanted.kvittTrusts);
        set("capture-service", "KVITT_CAPTURE_ASK_FIRST_AFTER", wanted.kvittAsksFirst);
        set("capture-service", "KVITT_CAPTURE_ARRIVAL_LIMIT", wanted.mayArrive);
    }

    /** A point of sale says something; returns when Kafka has it. */
    void say(PointOfSaleEvent request) {
        pointsOfSale.send(request);
    }

    /** The server that has this database. */
    DatabaseServer server(String database) {
        return elsewhere.getOrDefault(database, DatabaseServer.of(stack));
    }

    /** From its next start on the service uses its database on this server. */
    void moveTo(String service, DatabaseServer server) {
        var database = databases().get(service);
        var before = stack.context().databases().get(database);
        var there = new Database(
                "jdbc:postgresql://" + server.admin().address() + "/" + database, before.user(), before.password());
        set(service, "QUARKUS_DATASOURCE_JDBC_URL", there.jdbcUrl());
        set(service, "KVITT_DB_DIRECT_URL", there.directUrl());
        elsewhere.put(database, server);
    }

    /** Names of the services that store something, and their databases. */
    Map<String, String> databases() {
        return KvittStack.definition().services().stream()
                .filter(service -> service.databaseName().isPresent())
                .collect(Collectors.toMap(StackService::serviceName, service -> service.databaseName()
                        .orElseThrow()));
    }
}
