package dev.kvitt.shop;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * All that a page shows.
 *
 * @param version another one means that there is something else to show
 * @param reachable whether Kvitt answers and is listened to
 * @param open whether it is worth showing this way of paying
 * @param closedBecause for a person; empty while open
 * @param sale absent while there is none
 * @param problem why what was asked for last was not taken; empty where it was
 * @param code address of the picture of a code that the customer is to scan, or empty
 * @param can what can be done now
 * @param events newest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record View(
        long version,
        boolean reachable,
        boolean open,
        String closedBecause,
        Shown sale,
        String problem,
        String code,
        Set<String> can,
        List<Told> events) {

    /**
     * The sale.
     *
     * @param title how it stands, in a few words
     * @param say what to say to the customer; empty for nothing
     * @param sentence what to do, as Kvitt answers
     * @param look by which the page colours it: good, bad, wait, ask
     * @param refused why Kvitt refused the last request that it refused; empty for none
     * @param left minor units that could be paid back
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Shown(
            String saleId,
            Instant begun,
            Money amount,
            List<Line> lines,
            String title,
            String say,
            String sentence,
            String look,
            String refused,
            JsonNode sums,
            String selectUntil,
            long left) {

        /** @return null where there is nothing to show */
        static Shown of(Sale sale, JsonNode answer, String lastType) {
            if (sale == null || sale.closed()) {
                return null;
            }
            var words = Words.of(sale, answer, lastType);
            var refusals = answer.path("refusals");
            return new Shown(
                    sale.saleId(),
                    sale.begun(),
                    sale.amount(),
                    sale.lines(),
                    words.title(),
                    words.say(),
                    answer.path("sentence").asText(),
                    words.look(),
                    refusals.path(refusals.size() - 1).path("sentence").asText(),
                    answer.get("sums"),
                    answer.path("selectUntil").asText(null),
                    Can.left(answer));
        }
    }
}
