package dev.kvitt.system.refusals;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import dev.kvitt.system.refusals.Refused.Door;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;

/** docs/refusals.md, made from the places in the code that say no. */
final class RefusalsPage {

    static final String COMMAND =
            "./mvnw -pl system-tests -am test -Dtest=RefusalsPageTest -Drefusals.write -Dsurefire.failIfNoSpecifiedTests=false";

    private static final List<String> MODULES =
            List.of("common-events", "checkin-service", "payment-service", "capture-service", "receipt-service");

    private RefusalsPage() {}

    static List<Refused> refusals() throws IOException {
        var units = new ArrayList<CompilationUnitTree>();
        for (var module : MODULES) {
            units.addAll(parsed(Path.of("..", module, "src", "main", "java")));
        }
        var constants = new Constants();
        units.forEach(unit -> constants.scan(unit, null));
        var scan = new RefusalScan(new Fold(constants.known));
        units.forEach(unit -> scan.scan(unit, null));
        return scan.found();
    }

    private static List<CompilationUnitTree> parsed(Path folder) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
                var below = Files.walk(folder)) {
            var sources = below.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            var task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources));
            var units = new ArrayList<CompilationUnitTree>();
            task.parse().forEach(units::add);
            return units;
        }
    }

    /** Texts with a name; one that means two things means neither. */
    private static final class Constants extends TreeScanner<Void, Void> {

        private final HashMap<String, String> known = new HashMap<>();

        @Override
        public Void visitVariable(VariableTree variable, Void nothing) {
            var fixed = variable.getModifiers().getFlags().containsAll(Set.of(Modifier.STATIC, Modifier.FINAL));
            if (fixed && "String".equals(String.valueOf(variable.getType())) && variable.getInitializer() != null) {
                var text = new Fold(known).text(variable.getInitializer());
                known.merge(
                        variable.getName().toString(), text, (one, other) -> one.equals(other) ? one : Fold.SOMETHING);
            }
            return super.visitVariable(variable, null);
        }
    }

    static String text() throws IOException {
        var all = refusals();
        return """
                # What does this code of a refusal mean?

                Made from the code: `%s` writes it anew. Codes are for programs and stay as they are; sentences are for people and may change. "…" is where a value stands.

                ## In events, and in `refusals` of a till's `GET`

                `refusal.code` of `kvitt.payment.refused.v1`, `kvitt.payment.failed.v1` and the receipts' and operators' answers, `why.code` of `kvitt.payment.waiting.v1`.
                **Again** says whether the same sale may be tried again (`retry`). A code that begins with `vipps-` is Vipps MobilePay's own (`vipps-4050`), or the HTTP status of an answer without
                one (`vipps-http-500`); its sentence says what to do. What begins with `not-sent-` was never sent to Vipps, so nobody was charged.

                %s
                ## Answers of payment-service over HTTP

                `code` in the body; absent where the status says it all ([http](http.md)). Except for 409 they say nothing about the sale.

                %s
                ## Answers about printed codes

                `code` in the body of checkin-service's `/codes` ([codes](codes.md)). Nothing was done.

                %s
                ## Answers about remembered customers

                `code` in the body of checkin-service's `/customers` ([customers](customers.md)); absent where the status says it all.

                %s"""
                .formatted(
                        COMMAND,
                        table(all, Door.EVENTS, "Again"),
                        table(all, Door.TILLS, "Status"),
                        table(all, Door.CODES, "Status"),
                        table(all, Door.CUSTOMERS, "Status"));
    }

    private static String table(List<Refused> all, Door door, String more) {
        var byCode = all.stream()
                .filter(each -> each.door() == door)
                .collect(Collectors.groupingBy(Refused::code, TreeMap::new, Collectors.toList()));
        var rows = new StringBuilder("| Code | " + more + " | Says |\n| --- | --- | --- |\n");
        byCode.forEach((code, places) -> rows.append("| `%s` | %s | %s |\n"
                .formatted(
                        code,
                        distinct(places.stream().map(Refused::more).toList(), ", "),
                        distinct(places.stream().map(Refused::sentence).toList(), "<br>"))));
        return rows.toString();
    }

    private static String distinct(List<String> texts, String between) {
        var all = String.join(between, new LinkedHashSet<>(texts)).replace("|", "\\|");
        return all.equals(Fold.SOMETHING) ? "What is the matter with this request" : all;
    }
}
