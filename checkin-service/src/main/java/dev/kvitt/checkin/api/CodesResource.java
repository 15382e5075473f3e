package dev.kvitt.checkin.api;

import dev.kvitt.checkin.domain.CodeKind;
import dev.kvitt.checkin.domain.CodeRefusal;
import dev.kvitt.checkin.domain.CodeRules;
import dev.kvitt.checkin.domain.CodesAtVipps;
import dev.kvitt.checkin.domain.PrintedCode;
import dev.kvitt.checkin.store.CodeComparisons;
import dev.kvitt.checkin.store.CodeDesk;
import dev.kvitt.events.Msn;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Printed codes of a sales unit: what there is, and orders about them. Described by {@code openapi/codes.yaml}. */
@Path("/codes/{msn}")
@Produces(MediaType.APPLICATION_JSON)
public class CodesResource {

    private static final Logger LOG = Logger.getLogger(CodesResource.class);

    private final CodeDoor door;
    private final CodeDesk desk;
    private final CodesAtVipps vipps;
    private final CodeComparisons comparisons;
    private final CodeAnswers answers;

    CodesResource(CodeDoor door, CodeDesk desk, CodesAtVipps vipps, CodeComparisons comparisons, CodeAnswers answers) {
        this.door = door;
        this.desk = desk;
        this.vipps = vipps;
        this.comparisons = comparisons;
        this.answers = answers;
    }

    @GET
    public Response list(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, @PathParam("msn") String msn) {
        return door.open(authorization, msn, caller -> Response.ok(answers.all(caller.msn()))
                .build());
    }

    @GET
    @Path("{qrId}")
    public Response one(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @PathParam("msn") String msn,
            @PathParam("qrId") String qrId) {
        return door.open(authorization, msn, caller -> answer(new PrintedCode(caller.msn(), qrId), 200));
    }

    @PUT
    @Path("{qrId}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response make(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @PathParam("msn") String msn,
            @PathParam("qrId") String qrId,
            String body) {
        return door.open(authorization, msn, caller -> {
            var code = new PrintedCode(caller.msn(), qrId);
            var wanted = CodeBodies.read(body, CodeBodies.Make.class);
            var isNew = answers.one(code).isEmpty();
            var changed = desk.make(code, kind(wanted.kind()), wanted.till(), wanted.location());
            vipps.put(code);
            if (changed) {
                LOG.infof(
                        "The token %s has made or changed the code %s of till %s", caller.name(), code, wanted.till());
            }
            return answer(code, isNew ? 201 : 200);
        });
    }

    @PUT
    @Path("{qrId}/till")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response move(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @PathParam("msn") String msn,
            @PathParam("qrId") String qrId,
            String body) {
        return door.open(authorization, msn, caller -> {
            var code = new PrintedCode(caller.msn(), qrId);
            var wanted = CodeBodies.read(body, CodeBodies.Move.class);
            var changed = wanted.till() == null
                    ? desk.takeOut(code)
                    : desk.move(code, wanted.till(), Optional.ofNullable(wanted.location()));
            vipps.put(code);
            if (changed) {
                LOG.infof("The token %s has moved the code %s to till %s", caller.name(), code, wanted.till());
            }
            return answer(code, 200);
        });
    }

    @DELETE
    @Path("{qrId}")
    public Response delete(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @PathParam("msn") String msn,
            @PathParam("qrId") String qrId,
            @QueryParam("unwanted") boolean unwanted) {
        return door.open(authorization, msn, caller -> {
            var code = new PrintedCode(caller.msn(), qrId);
            var gone = isUnwanted(code) ? deleteUnwanted(code, unwanted) : deleteOurs(code);
            LOG.infof("The token %s has deleted the code %s", caller.name(), code);
            return Response.ok(Map.of("id", qrId, "state", gone ? "deleted" : "deleting"))
                    .build();
        });
    }

    private boolean isUnwanted(PrintedCode code) {
        return comparisons.unwanted(code.msn().value()).stream()
                .anyMatch(each -> each.qrId().equals(code.qrId()));
    }

    private boolean deleteUnwanted(PrintedCode code, boolean unwanted) {
        if (!unwanted) {
            throw new CodeRefusal(
                    CodeRefusal.Kind.CONFLICT,
                    "not-ours",
                    "Vipps has the code " + code.qrId()
                            + ", but Kvitt never made it: it may be another system's. If it is"
                            + " to be deleted, say unwanted=true.");
        }
        if (!vipps.deleteUnwanted(code)) {
            throw vippsIsSilent();
        }
        return true;
    }

    private boolean deleteOurs(PrintedCode code) {
        var removed = answers.one(code).filter(each -> each.from() == null);
        if (removed.isEmpty()) {
            desk.delete(code);
        }
        return vipps.delete(code);
    }

    @POST
    @Path("compare")
    public Response compare(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, @PathParam("msn") String msn) {
        return door.open(authorization, msn, caller -> {
            if (!vipps.compare(caller.msn())) {
                throw vippsIsSilent();
            }
            return Response.ok(answers.all(caller.msn())).build();
        });
    }

    private static CodeRefusal vippsIsSilent() {
        return new CodeRefusal(
                CodeRefusal.Kind.NOT_NOW, "vipps-silent", "Vipps did not answer, or refused. Try again; it is safe.");
    }

    private Response answer(PrintedCode code, int status) {
        return answers.one(code)
                .map(found -> Response.status(status).entity(found).build())
                .orElseThrow(() -> CodeRules.unknown(code));
    }

    private static CodeKind kind(String word) {
        return switch (word) {
            case "callback" -> CodeKind.CALLBACK;
            case "redirect" -> CodeKind.REDIRECT;
            case "mobilepay" -> CodeKind.MOBILEPAY;
            case null, default ->
                throw new CodeRefusal(
                        CodeRefusal.Kind.INVALID, "bad-kind", "The kind is callback, redirect or mobilepay.");
        };
    }

    /** Who orders something. */
    record Caller(String name, Msn msn) {}
}
