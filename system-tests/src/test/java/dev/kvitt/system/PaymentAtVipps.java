package dev.kvitt.system;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kvitt.events.Aggregate;
import dev.kvitt.events.Money;
import dev.kvitt.local.demo.Phone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** A payment with all that the sandbox tells about it. */
public record PaymentAtVipps(JsonNode view) {

    /** From when until when a payment held money. */
    public record Holding(Instant from, Instant until) {}

    public String state() {
        return view.get("state").asText();
    }

    public int receipts() {
        return view.get("receipts").size();
    }

    public Aggregate sums() {
        return Phone.sums(view);
    }

    /** Empty when it never held any. */
    public Optional<Holding> holding() {
        var released = firstOf("CANCELLED").or(() -> firstOf("CAPTURED"));
        return firstOf("AUTHORIZED").map(from -> new Holding(from, released.orElse(Instant.MAX)));
    }

    /** The sums it has had, one after the other, beginning with none. */
    public List<Aggregate> history() {
        var history = new ArrayList<Aggregate>();
        history.add(Aggregate.zero(sums().authorized().currency()));
        for (var event : events()) {
            if (event.get("success").asBoolean()) {
                history.add(after(history.getLast(), event.get("name").asText(), Phone.money(event.get("amount"))));
            }
        }
        return history;
    }

    private static Aggregate after(Aggregate sums, String event, Money amount) {
        var authorized = sums.authorized();
        var captured = sums.captured();
        var cancelled = sums.cancelled();
        var refunded = sums.refunded();
        return switch (event) {
            case "AUTHORIZED" -> new Aggregate(authorized.plus(amount), captured, cancelled, refunded);
            case "CAPTURED" -> new Aggregate(authorized, captured.plus(amount), cancelled, refunded);
            case "CANCELLED" -> new Aggregate(authorized, captured, cancelled.plus(amount), refunded);
            case "REFUNDED" -> new Aggregate(authorized, captured, cancelled, refunded.plus(amount));
            default -> sums;
        };
    }

    private Optional<Instant> firstOf(String name) {
        return events().stream()
                .filter(event -> event.get("name").asText().equals(name))
                .map(event -> Instant.parse(event.get("timestamp").asText()))
                .findFirst();
    }

    private List<JsonNode> events() {
        return StreamSupport.stream(view.get("events").spliterator(), false).toList();
    }
}
