package dev.kvitt.operations.messaging;

import dev.kvitt.messaging.Backoff;
import dev.kvitt.messaging.CrashPoint;
import dev.kvitt.messaging.Failures;
import dev.kvitt.messaging.Pulse;
import dev.kvitt.messaging.StaleException;
import dev.kvitt.messaging.Stoppable;
import dev.kvitt.operations.store.Comparison;
import dev.kvitt.operations.store.Lanes;
import dev.kvitt.operations.store.Rebuild;
import dev.kvitt.operations.store.RebuildCarrying;
import dev.kvitt.operations.store.RebuildFolding;
import dev.kvitt.operations.store.RebuildSteps;
import dev.kvitt.operations.store.RebuildWork;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InterruptException;
import org.jboss.logging.Logger;

/**
 * Carries rebuilds out: reads every topic from the beginning into the ledger that is not live, folds its sales, catches up, compares,
 * and goes on reading until somebody swaps it in or gives it up. All it needs to go on is in the database, so a process that takes
 * over from one that died does so where that stood.
 */
public final class RebuildLoop implements Stoppable {

    private static final Logger LOG = Logger.getLogger(RebuildLoop.class);
    /** How often it is looked whether somebody wants one. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private static final String GONE = "Kafka has deleted messages before it had read them; begin another";

    private final RebuildSteps steps;
    private final RebuildWork work;
    private final RebuildFolding folding;
    private final RebuildCarrying carrying;
    private final Comparison comparison;
    private final Lanes lanes;
    private final Map<String, Object> config;
    private final List<String> topics;
    private final Backoff backoff = new Backoff();
    private final Thread thread = new Thread(this::run, "kvitt-rebuild");
    private final Pulse pulse = new Pulse(thread);
    private final CountDownLatch end = new CountDownLatch(1);
    private TopicReader reader;
    private BulkReading bulk;
    private UUID current;
    private volatile boolean stopped;

    /** @param config of the Kafka consumer: bootstrap servers, security */
    public RebuildLoop(
            RebuildSteps steps,
            RebuildWork work,
            RebuildFolding folding,
            RebuildCarrying carrying,
            Comparison comparison,
            Lanes lanes,
            Map<String, Object> config,
            List<String> topics) {
        this.steps = steps;
        this.work = work;
        this.folding = folding;
        this.carrying = carrying;
        this.comparison = comparison;
        this.lanes = lanes;
        this.config = config;
        this.topics = topics;
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public String name() {
        return "rebuild";
    }

    @Override
    public Duration idle() {
        return pulse.idle();
    }

    @Override
    public void close() {
        stopped = true;
        end.countDown();
        Stoppable.join(thread);
    }

    private void run() {
        while (!stopped) {
            try {
                var rebuild = steps.claim();
                if (rebuild.isPresent()) {
                    takeUp(rebuild.get());
                    carryOut(rebuild.get());
                } else {
                    forget();
                    pause();
                }
                backoff.reset();
            } catch (InterruptException e) {
                LOG.debug("The rebuild was interrupted to stop");
                return;
            } catch (StaleException e) {
                forget();
            } catch (RuntimeException | Error e) {
                forget();
                LOG.warnf("A rebuild has to wait: %s", Failures.reason(e));
                backoff.sleep(() -> stopped);
            }
            pulse.beat();
        }
        forget();
    }

    /** Another may have begun as soon as the one before it was over. */
    private void takeUp(Rebuild rebuild) {
        if (!rebuild.id().equals(current)) {
            forget();
            current = rebuild.id();
        }
    }

    private void carryOut(Rebuild rebuild) {
        try {
            if (!rebuild.cleared()) {
                work.clear(rebuild);
                CrashPoint.reached("rebuild.after-clear");
            } else if (rebuild.state() == Rebuild.State.READING) {
                read(rebuild);
            } else if (rebuild.foldedTo() != null) {
                folding.next(rebuild);
                CrashPoint.reached("rebuild.after-fold");
            } else {
                follow(rebuild);
            }
        } catch (RuntimeException | Error e) {
            if (Failures.passing(e)) {
                throw e;
            }
            LOG.errorf("The rebuild failed: %s. The live ledger is as it was.", Failures.reason(e));
            work.failed(rebuild, Failures.reason(e));
        }
    }

    private TopicReader reader() {
        if (reader == null) {
            reader = new TopicReader(config, topics, work.offsets());
            bulk = new BulkReading(reader, work, lanes);
        }
        return reader;
    }

    private void forget() {
        if (reader != null) {
            reader.close();
            reader = null;
        }
    }

    private void read(Rebuild rebuild) {
        var from = reader();
        if (rebuild.toRead() == 0) {
            work.toRead(rebuild, from.left());
        }
        if (!rebuild.carriedTo().isEmpty() && isGone(rebuild)) {
            return;
        }
        bulk.step(rebuild);
        CrashPoint.reached("rebuild.after-read");
        if (bulk.atEnd()) {
            carrying.next(rebuild, from.first());
        }
    }

    /** All sales are folded; what has come in since is read as the live ledger reads it. */
    private void follow(Rebuild rebuild) {
        var from = reader();
        if (isGone(rebuild)) {
            return;
        }
        var messages = from.next();
        if (!messages.isEmpty()) {
            work.follow(rebuild, messages, from.positions());
        }
        if (rebuild.state() == Rebuild.State.FOLDING && from.atEnd()) {
            work.hold(rebuild);
            var differences = comparison.of(rebuild).json();
            CrashPoint.reached("rebuild.before-ready");
            work.ready(rebuild, differences);
        }
    }

    /** What Kafka deletes before it is read here, after the live ledger's messages were carried over, nobody would bring in any more. */
    private boolean isGone(Rebuild rebuild) {
        if (reader().missed()) {
            LOG.error(
                    "The rebuild was away for so long that Kafka has deleted what it had not read. The live ledger is as it was.");
            work.failed(rebuild, GONE);
        }
        return reader().missed();
    }

    private void pause() {
        try {
            if (end.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                stopped = true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
