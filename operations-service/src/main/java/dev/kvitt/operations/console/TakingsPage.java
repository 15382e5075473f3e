package dev.kvitt.operations.console;

import dev.kvitt.operations.store.Takings;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What shops took, day by day. */
@Path(TakingsPage.PATH)
@RolesAllowed({"viewer", "operator", "finance"})
public class TakingsPage {

    static final String PATH = "/console/takings";

    private static final int DAYS = 30;
    private static final int MOST_DAYS = 366;
    private static final int UNPROCESSABLE = 422;
    private static final List<String> FIELDS = List.of("msn", "shop", "from", "to");

    private final ConsolePages pages;
    private final Takings takings;
    private final InstantSource clock;

    TakingsPage(ConsolePages pages, Takings takings, InstantSource clock) {
        this.pages = pages;
        this.takings = takings;
        this.clock = clock;
    }

    /** A shop's day as it is shown. */
    public record Row(
            LocalDate day, String msn, String shop, long sales, String captured, String refunded, String kept) {

        static Row of(Takings.Day day) {
            return new Row(
                    day.day(),
                    day.msn(),
                    day.shop(),
                    day.sales(),
                    Amounts.shown(day.captured(), day.currency()),
                    Amounts.shown(day.refunded(), day.currency()),
                    Amounts.shown(day.captured() - day.refunded(), day.currency()));
        }
    }

    /** All of a currency. */
    public record Total(String captured, String refunded, String kept, long sales, TakingsChart chart) {

        static Total of(String currency, List<Takings.Day> days, LocalDate from, LocalDate to) {
            var captured = days.stream().mapToLong(Takings.Day::captured).sum();
            var refunded = days.stream().mapToLong(Takings.Day::refunded).sum();
            return new Total(
                    Amounts.shown(captured, currency),
                    Amounts.shown(refunded, currency),
                    Amounts.shown(captured - refunded, currency),
                    days.stream().mapToLong(Takings.Day::sales).sum(),
                    TakingsChart.of(currency, days, from, to));
        }
    }

    /**
     * What was asked for and found.
     *
     * @param here its own address, for what is new on it; null where nothing was looked for
     * @param tooMany whether there is more than is shown
     */
    public record Found(
            Typed typed,
            LocalDate from,
            LocalDate to,
            List<Total> totals,
            List<Row> rows,
            boolean tooMany,
            String here) {}

    @CheckedTemplate(basePath = "console")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance takings(Frame frame, Found found);
    }

    @GET
    public Response takings(RoutingContext context) {
        var frame = pages.frame(context);
        var typed = Typed.in(context, FIELDS);
        var msn = typed.msn("msn");
        var shop = typed.text("shop");
        var to = Optional.ofNullable(typed.day("to")).orElse(today(frame.zone()));
        var from = Optional.ofNullable(typed.day("from")).orElse(to.minusDays(DAYS - 1));
        if (from.isAfter(to)) {
            typed.refuse("to", "Not before the first day.");
        }
        if (ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
            typed.refuse("to", "At most " + MOST_DAYS + " days in all.");
        }
        if (typed.isWrong()) {
            var nothing = new Found(typed, from, to, List.of(), List.of(), false, null);
            return pages.page(UNPROCESSABLE, context, Templates.takings(frame, nothing));
        }
        return pages.page(context, Templates.takings(frame, found(typed, from, to, takings.of(msn, shop, from, to))));
    }

    private LocalDate today(ZoneId zone) {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private static Found found(Typed typed, LocalDate from, LocalDate to, List<Takings.Day> days) {
        var byCurrency =
                days.stream().collect(Collectors.groupingBy(Takings.Day::currency, TreeMap::new, Collectors.toList()));
        return new Found(
                typed,
                from,
                to,
                byCurrency.entrySet().stream()
                        .map(each -> Total.of(each.getKey(), each.getValue(), from, to))
                        .toList(),
                days.stream().map(Row::of).toList(),
                days.size() == Takings.MOST,
                PATH + typed.query(Map.of()));
    }
}
