package dev.kvitt.cli.text;

/** How far a long piece of work is: drawn in place for a person, one line every tenth for a file. */
public final class ProgressBar {

    private static final int BOXES = 30;

    private final Terminal terminal;
    private final String name;
    private int tenth = -1;
    private String drawn = "";

    /**
     * A bar that begins at nothing.
     *
     * @param name what is being done, in one word
     */
    public ProgressBar(Terminal terminal, String name) {
        this.terminal = terminal;
        this.name = name;
    }

    /**
     * Draws the bar anew.
     *
     * @param done 0 or more
     * @param all 0 while unknown
     * @param more what else to say, for example a state
     */
    public void at(long done, long all, String more) {
        long known = Math.max(all, 0);
        double share = known == 0 ? 0 : Math.min(1.0, Math.max(0.0, (double) done / known));
        String counts = Cell.grouped(done) + (known == 0 ? "" : " of " + Cell.grouped(known));
        String line = "%s %s %3d %%  %s  %s".formatted(name, bar(share), (int) (share * 100), counts, Clean.line(more));
        if (terminal.interactive()) {
            draw(line.stripTrailing());
        } else if ((int) (share * 10) > tenth) {
            tenth = (int) (share * 10);
            terminal.note(line.stripTrailing());
        }
    }

    private void draw(String line) {
        String fitting = terminal.columns() == 0 ? line : Width.cut(line, terminal.columns() - 1);
        String rest = " ".repeat(Math.max(0, Width.of(drawn) - Width.of(fitting)));
        drawn = fitting;
        terminal.err().print("\r" + fitting + rest);
        terminal.err().flush();
    }

    /** Leaves the bar as it is, and the line below to what follows. */
    public void end() {
        if (!drawn.isEmpty()) {
            terminal.note("");
            drawn = "";
        }
    }

    private static String bar(double share) {
        int full = (int) (share * BOXES);
        return "[" + "#".repeat(full) + "-".repeat(BOXES - full) + "]";
    }
}
