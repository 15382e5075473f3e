package dev.kvitt.local.test;

/** Kafka and PostgreSQL that run; closing ends them. */
interface RunningParts extends AutoCloseable {

    /** Where they are. */
    Parts parts();

    @Override
    void close();
}
