package dev.kvitt.sandbox.api;

import dev.kvitt.vipps.rules.FieldProblem;
import dev.kvitt.vipps.rules.Refusal;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses calls whose software names itself at too great a length. */
class SystemHeadersFilter {

    /** Characters of each. */
    static final int MAX_LENGTH = 30;

    private static final List<String> HEADERS = List.of(
            "Vipps-System-Name", "Vipps-System-Version", "Vipps-System-Plugin-Name", "Vipps-System-Plugin-Version");

    private final Responses responses;

    SystemHeadersFilter(Responses responses) {
        this.responses = responses;
    }

    /** After authentication: a stranger learns nothing but that. */
    @ServerRequestFilter(priority = Priorities.USER + 1)
    Optional<Response> check(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        if (!MerchantApis.contains(path)) {
            return Optional.empty();
        }
        List<FieldProblem> tooLong = HEADERS.stream()
                .filter(name -> isTooLong(request.getHeaderString(name)))
                .map(name -> new FieldProblem(name, "The header has at most " + MAX_LENGTH + " characters."))
                .toList();
        return tooLong.isEmpty()
                ? Optional.empty()
                : Optional.of(responses.refused(new Refusal.Malformed(tooLong), path));
    }

    private static boolean isTooLong(String value) {
        return value != null && value.length() > MAX_LENGTH;
    }
}
