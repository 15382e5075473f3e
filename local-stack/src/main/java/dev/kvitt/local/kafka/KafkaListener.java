package dev.kvitt.local.kafka;

/**
 * An address of the broker.
 *
 * @param name of the listener in the broker's settings, capitals only
 * @param bindHost address it listens on: 127.0.0.1, or 0.0.0.0 inside a container
 * @param host by what name clients find it
 * @param port 1–65535; the same where it listens and where clients connect
 */
public record KafkaListener(String name, String bindHost, String host, int port) {

    /** What clients are told, as {@code host:port}. */
    public String advertised() {
        return host + ":" + port;
    }

    /**
     * A listener on all addresses of this machine, as a container needs it.
     *
     * @param advertised {@code host:port}
     */
    static KafkaListener onAll(String name, String advertised) {
        int colon = advertised.lastIndexOf(':');
        if (colon < 1 || !advertised.substring(colon + 1).matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException("Not an address of the form host:port: " + advertised);
        }
        return new KafkaListener(
                name, "0.0.0.0", advertised.substring(0, colon), Integer.parseInt(advertised.substring(colon + 1)));
    }
}
