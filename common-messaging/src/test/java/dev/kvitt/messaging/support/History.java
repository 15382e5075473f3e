package dev.kvitt.messaging.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kvitt.events.Currency;
import dev.kvitt.events.Event;
import dev.kvitt.events.Ids;
import dev.kvitt.events.Money;
import dev.kvitt.events.Msn;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.ReceiptPosted;
import dev.kvitt.events.SaleContext;
import dev.kvitt.events.SaleId;
import dev.kvitt.messaging.store.Effects;
import dev.kvitt.messaging.store.Entity;
import java.util.ArrayList;
import java.util.List;

/** The state of a test's entity: the names of all that happened to it. Each entry is told in one event with its number. */
public final class History {

    private static final ObjectMapper JSON = new ObjectMapper();

    private History() {}

    /** Writes down what happened and says so. */
    public static void add(Entity entity, Effects effects, String what) {
        var all = of(entity);
        all.add(what);
        entity.state(write(all));
        effects.send(told(entity.key(), all.size(), effects));
    }

    private static Event<ReceiptPosted> told(String key, int number, Effects effects) {
        var msn = new Msn(key.substring(0, key.indexOf('/')));
        var sale = new SaleId(key.substring(key.indexOf('/') + 1));
        var data = new ReceiptPosted(
                new SaleContext(msn, sale, null, null, null),
                new PaymentReference(sale + "-1"),
                new Money(number, Currency.NOK));
        return new Event<>(Ids.own(msn, sale, "test", number), "kvitt/test", effects.now(), msn, null, data);
    }

    private static List<String> of(Entity entity) {
        var all = new ArrayList<String>();
        entity.state().ifPresent(state -> read(state).forEach(all::add));
        return all;
    }

    private static List<String> read(String state) {
        try {
            return List.of(JSON.readValue(state, String[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not a history", e);
        }
    }

    private static String write(List<String> all) {
        try {
            return JSON.writeValueAsString(all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a history has a JSON form", e);
        }
    }
}
