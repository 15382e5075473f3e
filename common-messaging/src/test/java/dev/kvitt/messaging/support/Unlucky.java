package dev.kvitt.messaging.support;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;

/** Sits in Kafka's client and throws the first three times that there is something to do; in one test at a time. */
public final class Unlucky implements ConsumerInterceptor<byte[], byte[]>, ProducerInterceptor<byte[], byte[]> {

    private static final AtomicInteger LEFT = new AtomicInteger();
    private static volatile Supplier<Throwable> thrown;

    /** What the test knows of it. */
    public record Luck(String className) {
        public boolean isOver() {
            return LEFT.get() == 0;
        }
    }

    public static Luck thrice(Supplier<Throwable> what) {
        thrown = what;
        LEFT.set(3);
        return new Luck(Unlucky.class.getName());
    }

    @Override
    public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
        tryLuck();
        return records;
    }

    @Override
    public ProducerRecord<byte[], byte[]> onSend(ProducerRecord<byte[], byte[]> message) {
        tryLuck();
        return message;
    }

    private static void tryLuck() {
        if (LEFT.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            Unlucky.<RuntimeException>sneak(thrown.get());
        }
    }

    /** Also what need not be declared where it is thrown. */
    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable what) throws T {
        throw (T) what;
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

    @Override
    public void onAcknowledgement(RecordMetadata metadata, Exception failure) {}

    @Override
    public void close() {}

    @Override
    public void configure(Map<String, ?> settings) {}
}
