package dev.kvitt.messaging.inbox;

import dev.kvitt.messaging.Incoming;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** Takes what a poll has brought out of Kafka's own form. */
public final class Messages {

    private Messages() {}

    public static List<Incoming> of(ConsumerRecords<byte[], byte[]> records) {
        var messages = new ArrayList<Incoming>(records.count());
        records.forEach(record -> messages.add(of(record)));
        return messages;
    }

    private static Incoming of(ConsumerRecord<byte[], byte[]> record) {
        var headers = new HashMap<String, String>();
        record.headers().forEach(header -> headers.put(header.key(), text(header.value())));
        var key = record.key() == null ? null : text(record.key());
        return new Incoming(
                record.topic(),
                record.partition(),
                record.offset(),
                key,
                headers,
                record.value(),
                Instant.ofEpochMilli(record.timestamp()));
    }

    private static String text(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }
}
