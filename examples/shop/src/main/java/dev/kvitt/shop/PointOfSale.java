package dev.kvitt.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * A till, machine or meter and the one sale it is busy with. What it wants is written to its file first; one thread of its
 * own then sends it until Kvitt has answered, and asks Kvitt what became of the sale. Nothing is ever concluded from
 * silence: what to do is what Kvitt answers.
 */
final class PointOfSale implements Feed.Listener, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(PointOfSale.class);
    private static final Duration TICK = Duration.ofSeconds(2);
    private static final int EVENTS_SHOWN = 60;
    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final String REQUESTED = "kvitt.payment.requested.v1";

    private static final int CONFLICT = 409;

    /**
     * About the request itself: sent again it would be answered the same. Everything else says nothing about the sale, also
     * that our token is not good (401, 403): it may have been good when the request got through before.
     */
    private static final Set<Integer> REFUSALS = Set.of(400, CONFLICT, 413, 415);

    private final Kvitt kvitt;
    private final ObjectMapper json;
    private final ShopConfig.Place place;
    private final boolean opensByScan;
    private final InstantSource clock;
    private final SaleFile file;
    private final Feed feed;
    private final Semaphore woken = new Semaphore(1);
    private final Thread thread;
    private final List<Told> events = new ArrayList<>();
    private Sale sale;
    private JsonNode answer;
    private JsonNode availability;
    private String problem = "";
    private String trouble = "";
    private String code = "";
    private String lastType = "";
    private boolean reachable = true;
    private long version;
    private volatile boolean stopped;

    /** @param opensByScan whether a scan at its code opens its sales, and not somebody who presses something here */
    PointOfSale(
            Kvitt kvitt,
            ObjectMapper json,
            Path folder,
            ShopConfig.Place place,
            boolean opensByScan,
            InstantSource clock) {
        this.kvitt = kvitt;
        this.json = json;
        this.place = place;
        this.opensByScan = opensByScan;
        this.clock = clock;
        this.file = new SaleFile(json, folder, place.id());
        this.sale = file.read().orElse(null);
        this.answer = json.createObjectNode();
        this.availability = json.createObjectNode();
        // The events of the sale that was under way are heard once more, so that its code can be shown again.
        var from = sale == null ? "" : sale.heardBefore().isEmpty() ? "0" : sale.heardBefore();
        this.feed = new Feed(kvitt, json, place.id(), from, this);
        this.thread = Thread.ofVirtual().name("sale-of-" + place.id()).unstarted(this::run);
    }

    void start() {
        feed.start();
        thread.start();
    }

    ShopConfig.Place place() {
        return place;
    }

    // What people do. --------------------------------------------------------------------------------

    /**
     * A new sale.
     *
     * @param body the opening, without tillId
     */
    synchronized void open(Money amount, List<Line> lines, ObjectNode body) {
        if (sale != null && !sale.closed() && !Can.leave(sale, answer)) {
            throw new NotPossibleException("Bring the sale to its end first.");
        }
        var now = clock.instant();
        var saleId = SaleIds.next(place.id(), now);
        begin(Sale.begin(saleId, now, amount, lines, feed.last()).and(request("", "open-1", body)));
    }

    /**
     * Something more about the sale. Looked at and written down with nobody in between: of two quick presses the second one
     * finds what the first has asked for.
     *
     * @param need one of these must be possible
     * @param otherwise what to say where none is
     * @param body without tillId
     */
    synchronized void ask(Set<String> need, String otherwise, String path, ObjectNode body) {
        var open = current();
        require(need, otherwise);
        var key = path.substring(1) + "-" + (open.requests().size() + 1);
        write(open.and(request(path, key, body)));
    }

    /** @param value minor units */
    synchronized void refund(long value, ObjectNode body) {
        var nothing = "There is nothing to pay back.";
        require(Set.of(Can.REFUND), nothing);
        if (value < 1 || value > Can.left(answer)) {
            throw new NotPossibleException("Pay back more than nothing, and no more than was paid.");
        }
        ask(Set.of(Can.REFUND), nothing, "/refunds", body);
    }

    /** The machine begins to hand this out; written down, so that after a power cut somebody looks whether it dropped. */
    synchronized void sells(Line line) {
        var open = current();
        require(Set.of(Can.CHOOSE), "It is too late to choose, or nothing is reserved.");
        if (line.total().value() > open.amount().value()) {
            throw new NotPossibleException("That is more than was reserved.");
        }
        write(open.sells(line));
    }

    /** @throws NotPossibleException where none of these can be done now */
    synchronized void require(Set<String> need, String otherwise) {
        if (need.stream().noneMatch(can()::contains)) {
            throw new NotPossibleException(otherwise);
        }
    }

    /** The cashier is through with it. */
    synchronized void leave() {
        if (sale != null && !Can.leave(sale, answer)) {
            throw new NotPossibleException("Bring the sale to its end first.");
        }
        if (sale != null) {
            write(sale.close());
        }
    }

    /** The sale that is not left yet. */
    synchronized Sale current() {
        if (sale == null || sale.closed()) {
            throw new NotPossibleException("There is no sale.");
        }
        return sale;
    }

    /** What Kvitt said last about it. */
    synchronized JsonNode answer() {
        return answer;
    }

    synchronized Set<String> can() {
        return Can.now(sale, answer, clock.instant());
    }

    private Request request(String path, String key, ObjectNode body) {
        return new Request(path, key, body.put("tillId", place.id()), Request.State.UNSENT);
    }

    private void begin(Sale another) {
        answer = json.createObjectNode();
        code = "";
        lastType = "";
        write(another);
    }

    private void write(Sale changed) {
        file.write(changed);
        sale = changed;
        problem = "";
        changed();
        ask();
    }

    // What is heard. ---------------------------------------------------------------------------------

    @Override
    public synchronized void told(String before, String id, JsonNode event) {
        var type = event.path("type").asText();
        var saleId = event.at("/data/sale/saleId").asText();
        var at = Instant.parse(event.path("time").asText());
        if (events.stream().anyMatch(each -> each.id().equals(event.path("id").asText()))) {
            return;
        }
        if (opensByScan && type.equals(REQUESTED) && isLater(saleId, at)) {
            begin(Sale.begin(saleId, at, money(event.at("/data/amount")), List.of(), before));
        }
        var ours = sale != null && sale.saleId().equals(saleId);
        if (ours) {
            lastType = type;
            if (type.equals(REQUESTED)) {
                code = event.at("/data/userFlow").asText().equals("QR")
                        ? event.at("/data/redirectUrl").asText()
                        : "";
            }
        }
        events.addFirst(Told.of(event, ours ? Duration.between(sale.begun(), at) : null));
        if (events.size() > EVENTS_SHOWN) {
            events.removeLast();
        }
        changed();
        ask();
    }

    /** Sales told again from the start are not begun again. */
    private boolean isLater(String saleId, Instant at) {
        return sale == null || (!sale.saleId().equals(saleId) && at.isAfter(sale.begun()));
    }

    private static Money money(JsonNode amount) {
        return new Money(amount.path("value").asLong(), amount.path("currency").asText());
    }

    // The one thread that speaks to Kvitt. -----------------------------------------------------------

    @Override
    public void ask() {
        woken.release();
    }

    private void run() {
        while (!stopped) {
            try {
                woken.tryAcquire(TICK.toMillis(), TimeUnit.MILLISECONDS);
                woken.drainPermits();
                step();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (!stopped) {
                    LOG.errorf(e, "%s could not go on, and tries again", place.id());
                }
            }
        }
    }

    private void step() {
        try {
            feed.watch();
            send();
            look();
            acknowledge();
            availability(kvitt.availability());
            reached(true, feed.isAway() ? "Kvitt tells this till no news now: it asks every few seconds." : "");
        } catch (NoAnswerException e) {
            reached(true, e.getMessage());
        } catch (IOException e) {
            reached(false, "");
        }
    }

    /** Oldest first, each until it is answered: what a dead connection swallowed is sent again under the same key. */
    private void send() throws IOException {
        for (var next = unsent(); next.isPresent(); next = unsent()) {
            var saleId = next.get().saleId();
            var request = next.get().request();
            var said = kvitt.send(saleId, request);
            if (said.status() == ACCEPTED || wasDecided(said)) {
                note(saleId, request.with(Request.State.ACCEPTED), "");
            } else if (REFUSALS.contains(said.status())) {
                LOG.warnf(
                        "%s: Kvitt did not take %s (%s): %s",
                        saleId,
                        request.key(),
                        said.number(),
                        said.body().path("title").asText());
                note(
                        saleId,
                        request.with(Request.State.NOT_ACCEPTED),
                        "Kvitt did not take this. Somebody must look at the shop’s log.");
            } else {
                throw said.noAnswer();
            }
        }
    }

    /** Kvitt had it, and no longer remembers what it was: what became of it, the next look tells. */
    private static boolean wasDecided(Kvitt.Answer said) {
        return said.status() == CONFLICT && said.body().path("code").asText().equals("idempotency-key-decided");
    }

    private void look() throws IOException {
        var open = sale().filter(each -> !each.closed()).map(Sale::saleId);
        if (open.isEmpty()) {
            return;
        }
        var said = kvitt.ask(open.get());
        if (said.status() != OK) {
            throw said.noAnswer();
        }
        answered(open.get(), said.body());
    }

    /** So that Kvitt need not tell anybody "paid, till does not know". */
    private void acknowledge() throws IOException {
        var known = unacknowledged();
        if (known.isEmpty()) {
            return;
        }
        var said = kvitt.acknowledge(known.get().saleId());
        // There is nothing to acknowledge of what did not come by HTTP, such as a scan's sale.
        if (said.status() != OK && said.status() != CONFLICT) {
            throw said.noAnswer();
        }
        acknowledged(known.get());
    }

    private synchronized Optional<Sale> sale() {
        return Optional.ofNullable(sale);
    }

    /** What is about to be sent, and of which sale: another one may begin at any moment. */
    private record Unsent(String saleId, Request request) {}

    private synchronized Optional<Unsent> unsent() {
        return sale().flatMap(each -> each.requests().stream()
                .filter(Request::isUnsent)
                .findFirst()
                .map(request -> new Unsent(each.saleId(), request)));
    }

    private synchronized void note(String saleId, Request known, String why) {
        if (isCurrent(saleId)) {
            if (known.state() == Request.State.ACCEPTED) {
                // What was answered before says nothing about what was just accepted: until Kvitt is asked again
                // nothing more can be pressed.
                answer = json.createObjectNode();
            }
            write(sale.but(known));
            problem = why;
        }
    }

    private boolean isCurrent(String saleId) {
        return sale != null && sale.saleId().equals(saleId);
    }

    /** @param todo by which it is reserved or paid */
    private record Known(String saleId, String todo) {}

    private synchronized Optional<Known> unacknowledged() {
        var todo = answer.path("todo").asText();
        return sale().filter(each -> Can.isPaidOrReserved(todo)
                        && !each.closed()
                        && !each.acknowledged().equals(todo))
                .map(each -> new Known(each.saleId(), todo));
    }

    private synchronized void acknowledged(Known known) {
        if (isCurrent(known.saleId())) {
            file.write(sale.knows(known.todo()));
            sale = sale.knows(known.todo());
        }
    }

    /** @param why for people, where Kvitt answers and not what was asked; empty for none */
    private synchronized void reached(boolean now, String why) {
        if (reachable != now || !trouble.equals(why)) {
            reachable = now;
            trouble = why;
            changed();
        }
    }

    /** An answer about a sale that this point of sale has left meanwhile is nobody's. */
    private synchronized void answered(String saleId, JsonNode now) {
        if (!isCurrent(saleId)) {
            return;
        }
        if (now instanceof ObjectNode object) {
            // These are other ones every time, and nobody here needs them.
            object.remove(List.of("answeredAt", "appliedUntil", "vippsAskedAt"));
        }
        if (!answer.equals(now)) {
            answer = now;
            changed();
        }
        // A restored database may have forgotten what was accepted. The same again under the same saleId is always
        // safe.
        if (answer.path("todo").asText().equals("send-again")) {
            sendAgain();
        }
    }

    private void sendAgain() {
        sale.requests().stream()
                .filter(each -> each.path().isEmpty() && each.state() == Request.State.ACCEPTED)
                .findFirst()
                .ifPresent(opening -> write(sale.but(opening.with(Request.State.UNSENT))));
    }

    private synchronized void availability(Kvitt.Answer said) {
        var now = said.status() == OK ? said.body() : json.createObjectNode();
        if (!availability.equals(now)) {
            availability = now;
            changed();
        }
    }

    // What is shown. ---------------------------------------------------------------------------------

    /** Waits until there is something else to show than under this version, for as long. */
    synchronized View view(long seen, Duration wait) throws InterruptedException {
        var until = System.nanoTime() + wait.toNanos();
        for (var left = wait.toMillis(); version == seen && left > 0 && !stopped; ) {
            wait(left);
            left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
        }
        return new View(
                version,
                reachable,
                availability.path("open").asBoolean(true),
                availability.path("sentence").asText(),
                View.Shown.of(sale, answer, lastType),
                trouble.isEmpty() ? problem : trouble,
                code,
                Can.now(sale, answer, clock.instant()),
                List.copyOf(events));
    }

    private synchronized void changed() {
        version++;
        notifyAll();
    }

    @Override
    public void close() {
        stopped = true;
        feed.close();
        thread.interrupt();
        changed();
    }
}
