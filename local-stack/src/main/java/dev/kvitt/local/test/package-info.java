/** Kafka and PostgreSQL for tests: started once per test JVM, ended with it. */
package dev.kvitt.local.test;
