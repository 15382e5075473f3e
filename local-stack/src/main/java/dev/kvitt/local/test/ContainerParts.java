package dev.kvitt.local.test;

import dev.kvitt.local.FreePorts;
import dev.kvitt.local.Passwords;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** The same broker and a PostgreSQL of its own image, as containers of the Docker engine on this machine. */
final class ContainerParts implements RunningParts {

    /** System property: image of PostgreSQL. */
    static final String POSTGRES_IMAGE = "kvitt.test.postgres-image";

    /** System property: image with a Java 25 runtime, in which the broker runs. */
    static final String JRE_IMAGE = "kvitt.test.jre-image";

    private final GenericContainer<?> kafka;
    private final int kafkaPort;
    private final PostgreSQLContainer postgres;

    private ContainerParts(GenericContainer<?> kafka, int kafkaPort, PostgreSQLContainer postgres) {
        this.kafka = kafka;
        this.kafkaPort = kafkaPort;
        this.postgres = postgres;
    }

    /** Starts both at once. */
    static ContainerParts start() {
        int kafkaPort = FreePorts.one();
        String jre = System.getProperty(JRE_IMAGE, "eclipse-temurin:25-jre");
        ContainerParts parts = new ContainerParts(new KafkaContainer(jre, kafkaPort), kafkaPort, postgres());
        try {
            Startables.deepStart(parts.kafka, parts.postgres).join();
            return parts;
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    @Override
    public Parts parts() {
        String address = postgres.getHost() + ":" + postgres.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT);
        return new Parts("127.0.0.1:" + kafkaPort, address, postgres.getPassword());
    }

    @Override
    public void close() {
        kafka.stop();
        postgres.stop();
    }

    private static PostgreSQLContainer postgres() {
        String image = System.getProperty(POSTGRES_IMAGE, "postgres:17");
        return new PostgreSQLContainer(DockerImageName.parse(image).asCompatibleSubstituteFor("postgres"))
                .withUsername("postgres")
                .withPassword(Passwords.random())
                .withCommand(
                        "postgres", "-c", "shared_preload_libraries=pg_stat_statements", "-c", "max_connections=200");
    }
}
