package dev.kvitt.local.stack;

import dev.kvitt.local.FreePorts;
import dev.kvitt.local.LauncherException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who listens where. Loopback only.
 *
 * @param byName port by the name of the part
 */
public record Ports(Map<String, Integer> byName) {

    /** First port of the range a stack uses unless told otherwise. */
    public static final int DEFAULT_BASE = 7000;

    /** Names of the parts that are not services, and their places in the range. */
    public static final String POSTGRES = "postgres";

    public static final String KAFKA = "kafka";
    public static final String KAFKA_CONTROLLER = "kafka-controller";
    public static final String KAFKA_GUARDED = "kafka-guarded";

    private static final Map<String, Integer> PARTS =
            Map.of(POSTGRES, 10, KAFKA, 11, KAFKA_CONTROLLER, 12, KAFKA_GUARDED, 13);
    private static final int LAST_OFFSET = 99;

    public Ports {
        byName = Map.copyOf(byName);
    }

    /**
     * The ports of a range of one hundred.
     *
     * @param base 1024–65436
     */
    public static Ports fromBase(int base, List<? extends StackService> services) {
        if (base < 1024 || base > 65535 - LAST_OFFSET) {
            throw new LauncherException("Port base " + base + " is out of range: choose one from 1024 to 65436, for"
                    + " example ./kvitt up --port-base 7500");
        }
        Map<String, Integer> ports = new HashMap<>();
        PARTS.forEach((name, offset) -> ports.put(name, base + offset));
        services.forEach(service -> ports.put(service.serviceName(), base + service.portOffset()));
        return new Ports(ports);
    }

    /** Ports that are free now, for a stack beside others. */
    public static Ports free(List<? extends StackService> services) {
        List<String> names = new ArrayList<>(PARTS.keySet());
        services.forEach(service -> names.add(service.serviceName()));
        List<Integer> free = FreePorts.several(names.size());
        Map<String, Integer> ports = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            ports.put(names.get(i), free.get(i));
        }
        return new Ports(ports);
    }

    /** The port of a part or service of this stack. */
    public int of(String name) {
        Integer port = byName.get(name);
        if (port == null) {
            throw new IllegalArgumentException("No such part in the stack: " + name);
        }
        return port;
    }

    /** Base address of a service. */
    public String url(String service) {
        return "http://127.0.0.1:" + of(service);
    }

    /** Where Kafka's clients connect that may do everything: whoever plays, looks and breaks things. */
    public String kafka() {
        return "127.0.0.1:" + of(KAFKA);
    }

    /** Where the services connect, each by its name and password, to do what they need and nothing else. */
    public String guardedKafka() {
        return "127.0.0.1:" + of(KAFKA_GUARDED);
    }
}
