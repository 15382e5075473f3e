package dev.kvitt.operations.console;

import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;

/** Says to an open page that there is something new, and never what: the page asks for that itself, with its own rights. */
@Path("/console/live")
@RolesAllowed({"viewer", "operator", "finance"})
public class LiveResource {

    /** Proxies close a connection on which nothing is said. */
    private static final Duration STILL_HERE = Duration.ofSeconds(15);

    /** Then the browser comes again, and whoever is no longer logged in does not get in. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final LiveNews news;

    LiveResource(LiveNews news) {
        this.news = news;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> listen(@Context Sse sse) {
        if (!news.hasRoom()) {
            throw new ServiceUnavailableException(STILL_HERE.toSeconds());
        }
        var said = news.stream()
                .map(position -> sse.newEventBuilder().name("news").data("new").build());
        var stillHere = Multi.createFrom()
                .ticks()
                .every(STILL_HERE)
                .onOverflow()
                .drop()
                .map(tick -> sse.newEventBuilder().comment("still here").build());
        return Multi.createBy().merging().streams(said, stillHere).select().first(LONGEST);
    }
}
