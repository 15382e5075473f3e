package dev.kvitt.local.test;

/**
 * Where the parts of this test JVM are.
 *
 * @param kafkaBootstrap {@code host:port}
 * @param postgresAddress {@code host:port}
 * @param postgresPassword of the superuser
 */
record Parts(String kafkaBootstrap, String postgresAddress, String postgresPassword) {

    private static final String SEPARATOR = " ";

    String encode() {
        return String.join(SEPARATOR, kafkaBootstrap, postgresAddress, postgresPassword);
    }

    static Parts decode(String encoded) {
        String[] values = encoded.split(SEPARATOR, -1);
        return new Parts(values[0], values[1], values[2]);
    }

    @Override
    public String toString() {
        return "Parts[" + kafkaBootstrap + ", " + postgresAddress + "]";
    }
}
