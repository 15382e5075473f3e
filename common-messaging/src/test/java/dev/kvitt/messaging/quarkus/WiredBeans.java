package dev.kvitt.messaging.quarkus;

import com.nimbusds.jose.jwk.JWKSet;
import dev.kvitt.events.Msn;
import dev.kvitt.events.seal.DayKeys;
import dev.kvitt.events.seal.Sealer;
import dev.kvitt.messaging.Handler;
import dev.kvitt.messaging.store.Effects;
import dev.kvitt.messaging.store.StoreException;
import dev.kvitt.messaging.support.History;
import dev.kvitt.messaging.support.Recorder;
import dev.kvitt.messaging.task.Completion;
import dev.kvitt.messaging.task.TaskRunner;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What a service brings along. */
public class WiredBeans {

    /** Not of {@link dev.kvitt.messaging.support.Sale#newMsn}: this service stays up beside the other tests. */
    public static final Msn MSN = new Msn("99999");

    @Produces
    @Singleton
    Handler handler() {
        return new Recorder(MSN)
                .on("r1", (entity, effects) -> {
                    effects.task("call", "{}", effects.now());
                    effects.timerAfterLog("late", effects.now());
                })
                .on("cut", (entity, effects) -> execute(effects, "insert into cut values (1)"))
                .on("overflow", (entity, effects) -> deeper(0));
    }

    @Produces
    @Singleton
    TaskRunner runner() {
        return task -> Completion.done((entity, effects) -> History.add(entity, effects, task.kind()));
    }

    @Produces
    @Singleton
    Sealer sealer(InstantSource clock) {
        var keys = new JWKSet(DayKeys.generate(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
        return new Sealer(() -> keys, clock);
    }

    @SuppressWarnings("InfiniteRecursion")
    private static int deeper(int level) {
        return deeper(level + 1) + 1;
    }

    private static void execute(Effects effects, String sql) {
        try (var statement = effects.connection().createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }
}
