package dev.kvitt.local.test;

import dev.kvitt.local.kafka.BrokerMain;
import java.time.Duration;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** The broker of Compose. Its port is the same inside and outside, so that both find it by one address. */
final class KafkaContainer extends GenericContainer<KafkaContainer> {

    private static final Duration START_LIMIT = Duration.ofMinutes(2);

    KafkaContainer(String image, int port) {
        super(DockerImageName.parse(image));
        addFixedExposedPort(port, port);
        withEnv(BrokerMain.INSIDE, "127.0.0.1:" + port);
        waitingFor(Wait.forLogMessage(".*" + BrokerMain.READY + ".*", 1).withStartupTimeout(START_LIMIT));
    }
}
