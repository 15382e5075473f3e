# The broker of the local stack, for Compose and for tests on containers: one node without a second copy of anything. Not for production.
ARG BASE=eclipse-temurin:25-jre
FROM ${BASE}
WORKDIR /kafka
COPY deploy/images/kafka/ready .
COPY local-stack/target/lib lib
COPY local-stack/target/classes/dev classes/dev
RUN mkdir /data && chown 10001:0 /data && chmod 770 /data
USER 10001:0
VOLUME /data
ENV KAFKA_INSIDE=kafka:9092
EXPOSE 9092
HEALTHCHECK --start-period=60s --start-interval=1s --interval=10s --timeout=5s --retries=3 CMD ["/kafka/ready"]
ENTRYPOINT ["java", "-Xmx256m", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", \
            "--sun-misc-unsafe-memory-access=allow", "-cp", "/kafka/classes:/kafka/lib/*", "dev.kvitt.local.kafka.BrokerMain", "/data/log", "/tmp/kafka-ready"]
