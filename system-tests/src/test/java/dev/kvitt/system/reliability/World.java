package dev.kvitt.system.reliability;

import dev.kvitt.events.PointOfSaleEvent;
import dev.kvitt.local.QuietLogging;
import dev.kvitt.local.demo.EventLog;
import dev.kvitt.local.demo.Phone;
import dev.kvitt.local.demo.PointOfSale;
import dev.kvitt.local.demo.Shop;
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
import java.util.stream.Collectors;

/** The packaged services, many points of sale, their customers, and a Vipps whose hour is short. One for all tests of the package. */
final class World {

    /** Vending machines, each with a code of its own. */
    static final int MACHINES = 24;

    /** How long an hour is for whoever remembers idempotency keys, or waits for a request to arrive. */
    enum Hour {
        /** Nothing is in doubt for so long, and nothing is forgotten. */
        LONG("PT24H", "PT1H", "PT20M"),
        /**
         * Longer than the minute in which a payment takes five writes: else one that has had them would be a person's to settle. Kvitt
         * trusts a key for less than Vipps remembers it, as any wise setting does.
         */
        SHORT("PT130S", "PT2M", "PT20M"),
        /** What was sent into an outage of some seconds counts as never arrived soon after. */
        OUTAGE("PT24H", "PT1H", "PT15S");

        private final String vippsRemembers;
        private final String kvittTrusts;
        private final String mayArrive;

        Hour(String vippsRemembers, String kvittTrusts, String mayArrive) {
            this.vippsRemembers = vippsRemembers;
            this.kvittTrusts = kvittTrusts;
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

    private final Map<String, Map<String, String>> settings = new ConcurrentHashMap<>();
    private final PointOfSale pointsOfSale;

    private Hour hour = Hour.SHORT;

    private World() {
        QuietLogging.configure();
        set("vipps-sandbox", "SANDBOX_JOURNAL_LIMIT", "2000000");
        set("vipps-sandbox", "SANDBOX_FAULTS_REMEMBERED_REQUESTS", "1000000");
        set(hour);
        set("webhook-gateway", "KVITT_GATEWAY_UPKEEP_INTERVAL", "PT2S");
        // A machine that is busy with other things makes everything slow, and that alone breaks nothing here.
        databases().keySet().forEach(service -> set(service, "QUARKUS_DATASOURCE_JDBC_ACQUISITION_TIMEOUT", "PT60S"));
        stack = start();
        shop = new Shop(stack);
        log = shop.log;
        phone = shop.phone;
        vipps = new AtVipps(phone);
        records = new Records(this);
        pointsOfSale = new PointOfSale(stack.context().ports().kafka(), Clock.systemUTC(), "till");
    }

    static synchronized World get() {
        if (world == null) {
            world = new World();
        }
        return world;
    }

    private Stack start() {
        var home = Path.of("..").toAbsolutePath().normalize();
        var kvitt = KvittStack.definition(MACHINES);
        var definition = new StackDefinition(
                kvitt.services().stream().map(this::withSettings).toList(), kvitt.preparation());
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
        set("capture-service", "KVITT_CAPTURE_ARRIVAL_LIMIT", wanted.mayArrive);
    }

    /** A point of sale says something; returns when Kafka has it. */
    void say(PointOfSaleEvent request) {
        pointsOfSale.send(request);
    }

    /** Names of the services that store something, and their databases. */
    Map<String, String> databases() {
        return KvittStack.definition().services().stream()
                .filter(service -> service.databaseName().isPresent())
                .collect(Collectors.toMap(StackService::serviceName, service -> service.databaseName()
                        .orElseThrow()));
    }
}
