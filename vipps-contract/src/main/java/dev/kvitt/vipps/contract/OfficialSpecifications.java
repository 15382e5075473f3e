package dev.kvitt.vipps.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Vipps MobilePay's own OpenAPI files, with an overlay of what is known to have changed since. */
public final class OfficialSpecifications {

    /** What a test says when it is skipped because the files are absent. */
    public static final String ABSENT =
            "SKIPPED: Vipps' official specifications are not here, so nothing was checked against"
                    + " them. Set -D" + SpecificationFolder.PROPERTY + " or " + SpecificationFolder.VARIABLE
                    + " to the folder of the OpenAPI files.";

    private static final Optional<OfficialSpecifications> HERE =
            SpecificationFolder.find().map(OfficialSpecifications::new);

    private final Schemas schemas;
    private final List<ApiCall> calls;

    OfficialSpecifications(Path folder) {
        Map<Specification, ObjectNode> documents = Documents.read(folder);
        schemas = new Schemas(documents);
        calls = documents.entrySet().stream()
                .flatMap(entry -> ApiCall.of(entry.getKey(), entry.getValue()).stream())
                .sorted(Comparator.comparing(ApiCall::literals).reversed())
                .toList();
    }

    /** Empty where the files are absent. */
    public static Optional<OfficialSpecifications> here() {
        return HERE;
    }

    /** @return what is wrong with the request; empty = nothing */
    public List<String> complaints(Sent sent) {
        return about(sent, call -> new RequestCheck(schemas, call, sent).complaints());
    }

    /** @return what is wrong with the answer to this request; empty = nothing */
    public List<String> complaints(Sent sent, Answered answered) {
        return about(sent, call -> new AnswerCheck(schemas, call, answered).complaints());
    }

    /** Whether the files know this method and path at all. */
    public boolean know(Sent sent) {
        return call(sent).isPresent();
    }

    private List<String> about(Sent sent, Function<ApiCall, List<String>> check) {
        return call(sent)
                .map(check)
                .map(complaints ->
                        complaints.stream().map(text -> sent + ": " + text).toList())
                .orElseGet(() -> List.of(sent + " is not in the specifications"));
    }

    private Optional<ApiCall> call(Sent sent) {
        return Stream.of(sent)
                .flatMap(one -> calls.stream().filter(call -> call.matches(one)))
                .findFirst();
    }
}
