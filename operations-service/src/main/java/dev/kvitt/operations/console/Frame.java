package dev.kvitt.operations.console;

import io.quarkus.qute.RawString;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What is around every page, and how it writes times and money.
 *
 * @param here its path, without a query
 * @param user who is logged in
 * @param roleWords what they may do
 * @param form value of the hidden field of forms
 * @param zone where the shops are
 * @param done what was just decided, or null
 * @param canLogOut whether the console's own login is in use
 * @param leave where whoever came from the issuer logs out there; absent when it has no such place
 * @param refused why what was just sent was not done; absent else
 * @param sent the fields of what was refused
 */
public record Frame(
        String here,
        String user,
        Set<String> roleWords,
        String form,
        ZoneId zone,
        String done,
        boolean canLogOut,
        String leave,
        String refused,
        Map<String, String> sent) {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter UTC_DAY =
            DateTimeFormatter.ofPattern("MM-dd HH:mm:ss 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** The same, with times as they are somewhere else. */
    Frame in(ZoneId place) {
        return new Frame(here, user, roleWords, form, place, done, canLogOut, leave, refused, sent);
    }

    /** The same around a form that is given back with what was typed, because it could not be done. */
    Frame refused(String why, Map<String, String> fields) {
        return new Frame(here, user, roleWords, form, zone, null, canLogOut, leave, why, fields);
    }

    /** What was typed into a field of the form that was refused; empty else. */
    public String typed(String field) {
        return sent.getOrDefault(field, "");
    }

    /**
     * The same on a page of several forms.
     *
     * @param word the last word of the address that the form is sent to
     */
    public String typedIn(String word, String field) {
        return here.endsWith("/" + word) ? typed(field) : "";
    }

    /** A page of the navigation. */
    public record Page(String path, String name, boolean current) {}

    public List<Page> pages() {
        return Navigation.PAGES.entrySet().stream()
                .map(page -> new Page(page.getKey(), page.getValue(), isHere(page.getKey())))
                .toList();
    }

    private boolean isHere(String path) {
        return path.equals(Navigation.HOME)
                ? here.equals(path) || here.startsWith("/console/sales")
                : here.equals(path) || here.startsWith(path + "/");
    }

    public String roles() {
        return String.join(", ", roleWords.stream().sorted().toList());
    }

    /** Whether the person may decide about sales. */
    public boolean operator() {
        return roleWords.contains("operator");
    }

    /** Whether the person may explain differences. */
    public boolean finance() {
        return roleWords.contains("finance");
    }

    /** Where the shops are, and the same moment in UTC; a dash for none. */
    public RawString time(Instant at) {
        if (at == null) {
            return new RawString("<span class=\"quiet\">–</span>");
        }
        var local = at.atZone(zone);
        var sameDay = local.toLocalDate().equals(at.atZone(ZoneOffset.UTC).toLocalDate());
        return new RawString("<time datetime=\"" + at + "\">" + LOCAL.format(local) + "<span class=\"quiet\">"
                + (sameDay ? UTC : UTC_DAY).format(at) + "</span></time>");
    }

    /** Such as {@code 1 234.50 NOK}; a dash for none. */
    public String money(Long minor, String currency) {
        return Amounts.shown(minor, currency);
    }
}
