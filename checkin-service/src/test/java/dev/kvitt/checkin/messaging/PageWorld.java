package dev.kvitt.checkin.messaging;

import static dev.kvitt.checkin.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.checkin.CheckinWorld;
import dev.kvitt.checkin.MovableClock;
import dev.kvitt.events.Customer;
import dev.kvitt.events.CustomerIdentified;
import dev.kvitt.events.Event;
import dev.kvitt.events.Topics;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A taxi, its passengers, and what this service says about them. */
@Dependent
class PageWorld {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final MovableClock clock;
    private final Tables tables;
    private final Broker broker = new Broker();

    PageWorld(MovableClock clock, Tables tables) {
        this.clock = clock;
        this.tables = tables;
    }

    @PreDestroy
    void close() {
        broker.close();
    }

    Instant now() {
        return clock.instant();
    }

    /** A ride whose fare can be paid for ten minutes, known here when this returns. */
    TestRide ride(int car, long fare) throws Exception {
        var ride = TestRide.in(car, fare, now().plusSeconds(600));
        open(ride);
        return ride;
    }

    void open(TestRide ride) throws Exception {
        publish(ride, ride.opened(null, now()));
    }

    /** Applied when this returns. */
    void publish(TestRide ride, Event<?> event) throws Exception {
        var before = applied(ride);
        broker.publish(event);
        await().atMost(LIMIT).until(() -> !applied(ride).equals(before));
    }

    private String applied(TestRide ride) {
        return tables.first("select xmin::text from entity where key = '" + ride.key() + "'");
    }

    List<CustomerIdentified> identified(TestRide ride) {
        return said(ride).stream()
                .map(event -> (CustomerIdentified) event.data())
                .toList();
    }

    List<Event<?>> said(TestRide ride) {
        await().atMost(LIMIT)
                .until(() -> tables.first("select count(*) from outbox").equals("0"));
        return broker.events(Topics.CHECKIN_EVENTS, ride.key());
    }

    Customer customer(TestRide ride, int press) {
        return identified(ride).get(press - 1).customer();
    }

    /** Where the browser of a press comes back to, without the host. */
    String back(TestRide ride, int press) {
        return customer(ride, press).returnUrl().substring(CheckinWorld.PUBLIC_URL.length());
    }

    void awaitPage(TestPhone phone, String path, String text) {
        await().atMost(LIMIT).untilAsserted(() -> assertThat(phone.page(path)).contains(text));
    }
}
