package dev.kvitt.local.demo;

import dev.kvitt.events.AmountConfirmed;
import dev.kvitt.events.Currency;
import dev.kvitt.events.Event;
import dev.kvitt.events.EventCodec;
import dev.kvitt.events.EventType;
import dev.kvitt.events.Ids;
import dev.kvitt.events.Money;
import dev.kvitt.events.PointOfSaleEvent;
import dev.kvitt.events.SaleCancelled;
import dev.kvitt.events.SaleContext;
import dev.kvitt.events.Vat;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A vending machine's controller: tells Kvitt over {@code pos.sales} what dropped. */
public final class Machine implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;
    private final InstantSource clock;

    public Machine(String bootstrap, InstantSource clock) {
        this.clock = clock;
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "acks", "all", "linger.ms", "0"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /**
     * A product with 25 % tax dropped.
     *
     * @param price minor units with tax
     */
    public void dropped(SaleContext sale, String product, long price) {
        var line = Vat.line(product, product, nok(price), 2500);
        send(new AmountConfirmed(sale.msn(), sale.saleId(), sale.tillId(), "drop-1", nok(price), List.of(line)));
    }

    /** Nothing dropped. */
    public void jammed(SaleContext sale) {
        send(new SaleCancelled(sale.msn(), sale.saleId(), sale.tillId(), "jam-1", "jam"));
    }

    public void send(PointOfSaleEvent request) {
        var type = EventType.of(request);
        var id = Ids.pointOfSale(request.msn(), request.saleId(), type.typeName(), request.requestId());
        var event = new Event<>(
                id, "machine/" + request.tillId(), clock.instant(), request.msn(), request.tillId(), request);
        var message = new ProducerRecord<>(
                event.topic(), event.key().getBytes(StandardCharsets.UTF_8), EventCodec.value(request));
        EventCodec.headers(event)
                .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(message).get();
        } catch (ExecutionException e) {
            throw new KafkaException("the machine could not tell Kvitt", e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static Money nok(long value) {
        return new Money(value, Currency.NOK);
    }

    @Override
    public void close() {
        producer.close();
    }
}
