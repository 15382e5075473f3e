# Creates and checks the topics, then ends. See README.md.
ARG BASE=eclipse-temurin:25-jre
FROM ${BASE}
WORKDIR /app
COPY topic-setup/target/lib lib
COPY topic-setup/target/sbom.json .
COPY topic-setup/target/topic-setup-*.jar topic-setup.jar
USER 10001:0
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:MaxRAMPercentage=50", "-XX:-UsePerfData", "-cp", "topic-setup.jar:lib/*", "dev.kvitt.topics.Main"]

ARG BASE
ARG VERSION=0.1.0-SNAPSHOT
ARG REVISION=unknown
LABEL org.opencontainers.image.title="kvitt topic-setup" \
      org.opencontainers.image.description="Creates and checks the topics of Kvitt" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.base.name="${BASE}"
