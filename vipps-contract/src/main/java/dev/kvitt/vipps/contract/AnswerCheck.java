package dev.kvitt.vipps.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** What is wrong with an answer: status, media type, body. */
record AnswerCheck(Schemas schemas, ApiCall call, Answered answered) {

    /** In an overlay: answers that every operation of the file may give, where the file has none of its own. */
    private static final String EVERYWHERE = "/x-answers-everywhere/";

    List<String> complaints() {
        ApiCall.Located own = call.at(call.pointer() + "/responses/" + answered.status());
        ApiCall.Located response = own.node().isMissingNode() ? call.at(EVERYWHERE + answered.status()) : own;
        if (response.node().isMissingNode()) {
            return List.of("status " + answered.status() + " is not in the specification");
        }
        JsonNode content = response.node().path("content");
        if (content.isEmpty()) {
            return answered.isGood() && !answered.body().isEmpty()
                    ? List.of("there is a body, and the specification has none for " + answered.status())
                    : List.of();
        }
        Optional<String> key = MediaTypes.keyIn(content, answered.contentType());
        if (key.isEmpty()) {
            return List.of("media type '" + answered.contentType() + "' of " + answered.status()
                    + " is not in the specification");
        }
        String schema = response.pointer() + "/content/" + key.get().replace("/", "~1") + "/schema";
        return call.at(schema).node().isMissingNode()
                ? List.of()
                : schemas.complaintsOfBody(call.file(), schema, answered.body());
    }
}
