package dev.kvitt.operations.api;

import dev.kvitt.operations.store.reconcile.FindingQuery;
import dev.kvitt.operations.store.reconcile.FindingQuery.Stored;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Findings for a spreadsheet, as RFC 4180 has it. No cell begins as a formula does: references and explanations come from others. */
public final class FindingsCsv {
    public static final String TYPE = "text/csv";

    private static final String HEAD =
            "id,kind,state,since,msn,saleId,reference,pspReference,currency,amount,expected,found,explainedBy,explanation,meaning,todo";
    private static final String END = "\r\n";
    /** With the wide ones that a spreadsheet reads as the narrow ones. */
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private FindingsCsv() {}

    /**
     * Writes all, page by page.
     *
     * @param first the first page that is asked for
     * @param read reads a page
     */
    public static void write(OutputStream to, FindingQuery first, Function<FindingQuery, List<Stored>> read)
            throws IOException {
        Writer out = new OutputStreamWriter(to, StandardCharsets.UTF_8);
        out.write(HEAD + END);
        FindingQuery query = first;
        List<Stored> page;
        do {
            page = read.apply(query);
            for (Stored one : page) {
                out.write(line(FindingAnswer.of(one)) + END);
            }
            if (!page.isEmpty()) {
                var last = Optional.of(page.getLast().id());
                query = new FindingQuery(first.state(), first.kind(), first.msn(), last, first.limit());
            }
        } while (page.size() == first.limit());
        out.flush();
    }

    private static String line(FindingAnswer one) {
        return String.join(
                ",",
                one.id().toString(),
                one.kind(),
                one.state(),
                one.since().toString(),
                cell(one.msn()),
                cell(one.saleId()),
                cell(one.reference()),
                cell(one.pspReference()),
                cell(one.amount().currency()),
                units(one.amount()),
                units(one.expected()),
                units(one.found()),
                cell(one.explainedBy()),
                cell(one.explanation()),
                cell(one.meaning()),
                cell(one.todo()));
    }

    private static String units(Amount amount) {
        return amount == null ? "" : Long.toString(amount.value());
    }

    static String cell(String value) {
        if (value == null || value.isEmpty()) {
            return "";
        }
        String safe = FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
