package dev.kvitt.operations.console;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kvitt.operations.api.Replays;
import dev.kvitt.operations.services.ServiceDoors;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;

/** Topics that are read again: who wanted it, how far it is, what had not been applied. */
@Path(ReplaysPage.PATH)
@RolesAllowed({"viewer", "operator", "finance"})
public class ReplaysPage {

    static final String PATH = "/console/replays";

    private final Replays replays;
    private final ConsolePages pages;
    private final ConsoleConfig config;

    ReplaysPage(Replays replays, ConsolePages pages, ConsoleConfig config) {
        this.replays = replays;
        this.pages = pages;
        this.config = config;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance replays(
                Frame frame, List<ReplayRow> rows, List<String> away, List<String> targets);

        static native TemplateInstance replay(Frame frame, ReplayRow replay, List<FoundRow> found);

        static native TemplateInstance replayProgress(ReplayRow replay);
    }

    @GET
    public Response list(RoutingContext context) {
        return pages.page(context, all(pages.frame(context)));
    }

    private TemplateInstance all(Frame frame) {
        var found = replays.list();
        var rows = found.items().stream().map(ReplayRow::of).toList();
        return Templates.replays(frame, rows, found.away(), ServiceDoors.SERVICES);
    }

    @POST
    @RolesAllowed("operator")
    public Response begin(@BeanParam ReplayForm form, RoutingContext context) {
        return pages.orAgain(
                context, PATH, () -> begun(replays.begin(form.order(config.timeZone()), pages.operator())), this::all);
    }

    @GET
    @Path("{id}")
    public Response one(@PathParam("id") UUID id, RoutingContext context) {
        return pages.orRefused(context, PATH, () -> pages.page(context, replay(pages.frame(context), id)));
    }

    private TemplateInstance replay(Frame frame, UUID id) {
        var replay = ReplayRow.of(replays.one(id));
        var found = replay.events() == 0 ? List.<FoundRow>of() : FoundRow.all(replays.found(id));
        return Templates.replay(frame, replay, found);
    }

    /** What moves on the page of one that runs. */
    @GET
    @Path("{id}/progress")
    public Response progress(@PathParam("id") UUID id, RoutingContext context) {
        return pages.orRefused(context, PATH, () -> {
            var replay = ReplayRow.of(replays.one(id));
            return pages.part(context, Templates.replayProgress(replay), replay.running() ? null : at(id));
        });
    }

    /** What a dry run has shown somebody, applied. */
    @POST
    @Path("{id}/real")
    @RolesAllowed("operator")
    public Response real(@PathParam("id") UUID id, @RestForm String reason, RoutingContext context) {
        return pages.orAgain(
                context, PATH, () -> begun(replays.apply(id, reason, pages.operator())), frame -> replay(frame, id));
    }

    @POST
    @Path("{id}/stop")
    @RolesAllowed("operator")
    public Response stop(@PathParam("id") UUID id, @RestForm String reason, RoutingContext context) {
        return pages.orAgain(
                context,
                PATH,
                () -> {
                    replays.stop(id, reason, pages.operator());
                    return pages.goTo(at(id), Done.STOPPED);
                },
                frame -> replay(frame, id));
    }

    @POST
    @Path("{id}/resume")
    @RolesAllowed("operator")
    public Response resume(@PathParam("id") UUID id, @RestForm String reason, RoutingContext context) {
        return pages.orAgain(
                context,
                PATH,
                () -> {
                    replays.resume(id, reason, pages.operator());
                    return pages.goTo(at(id), Done.RESUMED);
                },
                frame -> replay(frame, id));
    }

    private Response begun(JsonNode replay) {
        return pages.goTo(at(UUID.fromString(replay.path("id").asText())), Done.STARTED);
    }

    private static String at(UUID id) {
        return PATH + "/" + id;
    }
}
