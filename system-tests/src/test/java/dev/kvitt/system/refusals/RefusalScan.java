package dev.kvitt.system.refusals;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.TreeScanner;
import dev.kvitt.system.refusals.Refused.Door;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the places where something is refused, by how the services say no. */
final class RefusalScan extends TreeScanner<Void, Void> {

    private static final Map<String, String> STATUS = Map.ofEntries(
            Map.entry("BAD_REQUEST", "400"),
            Map.entry("INVALID", "400"),
            Map.entry("UNAUTHORIZED", "401"),
            Map.entry("FORBIDDEN", "403"),
            Map.entry("NOT_FOUND", "404"),
            Map.entry("CONFLICT", "409"),
            Map.entry("TOO_MANY_REQUESTS", "429"),
            Map.entry("SERVICE_UNAVAILABLE", "503"),
            Map.entry("NOT_NOW", "503"));

    private final List<Refused> found = new ArrayList<>();
    private final Fold fold;

    RefusalScan(Fold fold) {
        this.fold = fold;
    }

    List<Refused> found() {
        return found;
    }

    @Override
    public Void visitNewClass(NewClassTree made, Void nothing) {
        var given = made.getArguments();
        switch (name(made.getIdentifier()) + "/" + given.size()) {
            case "Refusal/3" -> refused(Door.EVENTS, given.get(0), given.get(1), again(given.get(2)));
            case "ReceiptProblem/2" -> refused(Door.EVENTS, given.get(0), given.get(1), "yes");
            case "Problem/4" -> refused(Door.TILLS, given.get(2), given.get(1), status(given.get(0)));
            case "CodeRefusal/3" -> refused(Door.CODES, given.get(1), given.get(2), status(given.get(0)));
            default -> {}
        }
        return super.visitNewClass(made, null);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
        var given = call.getArguments();
        switch (name(call.getMethodSelect()) + "/" + given.size()) {
            case "refuse/3" -> refused(Door.EVENTS, given.get(0), given.get(1), again(given.get(2)));
            case "Problem.of/3" -> refused(Door.TILLS, given.get(1), given.get(2), status(given.get(0)));
            case "forbidden/2" -> refused(Door.TILLS, given.get(0), given.get(1), "403");
            case "Problems.of/3", "of/3" -> refused(Door.CODES, given.get(1), given.get(2), status(given.get(0)));
            default -> {
                if (name(call.getMethodSelect()).equals("Map.of")) {
                    body(given);
                }
            }
        }
        return super.visitMethodInvocation(call, null);
    }

    /** An answer that is written out, name by name. */
    private void body(List<? extends ExpressionTree> pairs) {
        var fields = new HashMap<String, ExpressionTree>();
        for (int at = 0; at + 1 < pairs.size(); at += 2) {
            fields.put(fold.text(pairs.get(at)), pairs.get(at + 1));
        }
        if (fields.keySet().containsAll(Set.of("status", "code", "detail"))) {
            refused(Door.CUSTOMERS, fields.get("code"), fields.get("detail"), status(fields.get("status")));
        }
    }

    /** What hands on a code that it was given says nothing of its own. */
    private void refused(Door door, ExpressionTree code, ExpressionTree sentence, String more) {
        fold.texts(code).stream()
                .filter(text -> text.matches("[a-z][a-z0-9-]*-" + Fold.SOMETHING + "|[a-z][a-z0-9-]*"))
                .forEach(text -> found.add(new Refused(door, text, fold.text(sentence), more)));
    }

    private String again(ExpressionTree retry) {
        return switch (fold.text(retry)) {
            case "true" -> "yes";
            case "false" -> "no";
            default -> "see there";
        };
    }

    private static String status(ExpressionTree status) {
        if (status instanceof MethodInvocationTree call && call.getMethodSelect() instanceof MemberSelectTree of) {
            return status(of.getExpression());
        }
        var text = status.toString();
        return STATUS.getOrDefault(text.substring(text.lastIndexOf('.') + 1), text);
    }

    private static String name(ExpressionTree what) {
        return switch (what) {
            case IdentifierTree name -> name.getName().toString();
            case MemberSelectTree name
            when name.getExpression() instanceof IdentifierTree of -> of.getName() + "." + name.getIdentifier();
            default -> "";
        };
    }
}
