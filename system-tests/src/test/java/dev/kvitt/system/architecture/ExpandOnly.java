package dev.kvitt.system.architecture;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a migration may not do to the release before, which works on the same tables while and after it runs. A statement that has to
 * is allowed by a comment above it that begins with {@code -- allowed:} and says why nobody is harmed.
 */
final class ExpandOnly {

    private static final Pattern ALLOWED = Pattern.compile("(?m)^\\s*--\\s*allowed:\\s*\\S.{15,}$");
    private static final String MARK = "allowed! ";
    private static final Pattern COMMENT = Pattern.compile("--[^\\n]*");
    private static final Pattern NEW_TABLE = Pattern.compile("^create table (?:if not exists )?([a-z_.\"]+)");
    private static final Pattern ON_TABLE =
            Pattern.compile("^(?:alter table (?:if exists )?(?:only )?|create unique index .* on )([a-z_.\"]+)");

    private static final Map<Pattern, String> FORBIDDEN = forbidden();

    private ExpandOnly() {}

    private static Map<Pattern, String> forbidden() {
        var all = new LinkedHashMap<Pattern, String>();
        all.put(Pattern.compile("\\bdrop\\b"), "drops what the release before may use");
        all.put(Pattern.compile("\\brename\\b"), "renames what the release before knows by its old name");
        all.put(Pattern.compile("\\b(truncate|delete from)\\b"), "deletes what the release before has written");
        all.put(
                Pattern.compile("\\balter column \\S+ (set data )?type\\b"),
                "changes the type of a column that the release before reads and writes");
        all.put(Pattern.compile("\\bset not null\\b"), "forbids an absent value that the release before may write");
        all.put(
                Pattern.compile("\\badd column (?:(?!\\bdefault\\b|,).)*\\bnot null\\b(?:(?!\\bdefault\\b|,).)*(,|$)"),
                "adds a column that the release before, which does not know it, would have to fill: give it a default");
        all.put(
                Pattern.compile("\\badd (constraint \\S+ )?(check|unique|primary key|foreign key|exclude)\\b"),
                "adds a constraint that rows of the release before may not keep");
        all.put(Pattern.compile("^create unique index\\b"), "makes rows of the release before impossible");
        return all;
    }

    /** One sentence for each statement that harms the release before; none when all only add. */
    static List<String> problems(String sql) {
        var problems = new ArrayList<String>();
        var made = new HashSet<String>();
        // Comments may hold semicolons.
        var marked = COMMENT.matcher(ALLOWED.matcher(sql).replaceAll(MARK)).replaceAll(" ");
        for (var statement : marked.split(";", -1)) {
            var plain = statement.replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
            var table = NEW_TABLE.matcher(plain);
            if (table.find()) {
                made.add(table.group(1));
            } else if (!plain.startsWith(MARK) && !isAbout(made, plain)) {
                FORBIDDEN.forEach((pattern, why) -> {
                    if (pattern.matcher(plain).find()) {
                        problems.add("\"" + plain + "\" " + why);
                    }
                });
            }
        }
        return problems;
    }

    /** The release before knows nothing of a table that this migration makes. */
    private static boolean isAbout(Set<String> made, String statement) {
        var table = ON_TABLE.matcher(statement);
        return table.find() && made.contains(table.group(1));
    }
}
