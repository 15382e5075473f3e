package dev.kvitt.cli.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Items one below the other, as wide as the terminal where that loses nothing that matters. */
public final class Table {

    private static final int GAP = 2;
    private static final int NARROWEST = 12;

    private final List<Column> columns;

    private Table(List<Column> columns) {
        this.columns = columns;
    }

    /** A table with those columns. Columns that are empty in every line are left out. */
    public static Table of(Column... columns) {
        return new Table(List.of(columns));
    }

    /**
     * The lines, beginning with the heads.
     *
     * @param width columns of the terminal; 0 for no limit
     */
    public List<String> lines(Collection<JsonNode> items, int width) {
        List<String[]> rows = new ArrayList<>();
        items.forEach(item -> rows.add(
                columns.stream().map(column -> column.cell().apply(item)).toArray(String[]::new)));
        int[] widths = widths(rows);
        shrink(widths, width);
        List<String> lines = new ArrayList<>();
        lines.add(line(columns.stream().map(Column::title).toArray(String[]::new), widths));
        rows.forEach(row -> lines.add(line(row, widths)));
        return lines;
    }

    private int[] widths(List<String[]> rows) {
        int[] widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            int widest =
                    rows.stream().mapToInt(row -> Width.of(row[column])).max().orElse(0);
            widths[i] =
                    widest == 0 ? 0 : Math.max(widest, Width.of(columns.get(i).title()));
        }
        return widths;
    }

    /** Takes from the widest column that may be cut, one by one, until the line fits or all are at their narrowest. */
    private void shrink(int[] widths, int limit) {
        int needed = Arrays.stream(widths)
                        .filter(width -> width > 0)
                        .map(width -> width + GAP)
                        .sum()
                - GAP;
        while (limit > 0 && needed > limit) {
            int widest = -1;
            for (int i = 0; i < widths.length; i++) {
                if (columns.get(i).shrinks() && widths[i] > NARROWEST && (widest < 0 || widths[i] > widths[widest])) {
                    widest = i;
                }
            }
            if (widest < 0) {
                return;
            }
            widths[widest]--;
            needed--;
        }
    }

    private String line(String[] cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            if (widths[i] == 0) {
                continue;
            }
            String cell = Width.cut(cells[i], widths[i]);
            String padding = " ".repeat(widths[i] - Width.of(cell));
            line.append(columns.get(i).right() ? padding + cell : cell + padding)
                    .append(" ".repeat(GAP));
        }
        return line.toString().stripTrailing();
    }
}
