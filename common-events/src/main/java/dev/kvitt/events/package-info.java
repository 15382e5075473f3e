/**
 * The event contract of Kvitt: what is written to and read from Kafka, usable by any point of sale on a JVM.
 *
 * <p>Every message is a CloudEvents 1.0 event in binary mode. The value is JSON, described by a JSON Schema of the same
 * name as the type. Unknown fields are ignored; fields that are absent are {@code null} here.
 */
package dev.kvitt.events;
