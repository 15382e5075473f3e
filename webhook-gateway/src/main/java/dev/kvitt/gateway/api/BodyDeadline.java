package dev.kvitt.gateway.api;

import dev.kvitt.gateway.GatewayConfig;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Cuts off requests whose body does not arrive in time: connections are few, and slow senders could hold them all. */
@Singleton
class BodyDeadline {

    private static final int BEFORE_EVERYTHING_ELSE = 10_000;

    private final long limitMillis;

    BodyDeadline(GatewayConfig config) {
        this.limitMillis = config.bodyTimeout().toMillis();
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, BEFORE_EVERYTHING_ELSE);
    }

    private void watch(RoutingContext request) {
        var timer = request.vertx().setTimer(limitMillis, late -> {
            if (!request.request().isEnded()) {
                request.request().connection().close();
            }
        });
        request.addEndHandler(ended -> request.vertx().cancelTimer(timer));
        request.next();
    }
}
