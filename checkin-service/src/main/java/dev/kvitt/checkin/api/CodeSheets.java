package dev.kvitt.checkin.api;

import dev.kvitt.checkin.CheckinConfig;
import dev.kvitt.checkin.api.sheets.Language;
import dev.kvitt.checkin.api.sheets.Sheet;
import dev.kvitt.checkin.domain.CodeKind;
import dev.kvitt.checkin.domain.CodeRefusal;
import dev.kvitt.checkin.domain.CodeRules;
import dev.kvitt.checkin.domain.CodesAtVipps;
import dev.kvitt.checkin.domain.PlacedCode;
import dev.kvitt.checkin.domain.PrintedCode;
import dev.kvitt.checkin.store.CodeBooks;
import dev.kvitt.events.Msn;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands on the sheets of printed codes. */
@Singleton
class CodeSheets {

    private final CodeBooks books;
    private final CodesAtVipps vipps;
    private final int most;

    CodeSheets(CodeBooks books, CodesAtVipps vipps, CheckinConfig config) {
        this.books = books;
        this.vipps = vipps;
        this.most = config.checkin().mostSheets();
    }

    /** @param language absent: that of the market */
    Sheet of(PrintedCode code, Optional<Language> language) {
        var placed = CodeRules.known(books.latest(), code);
        if (!isPrintable(placed)) {
            throw new CodeRefusal(
                    CodeRefusal.Kind.CONFLICT,
                    "no-sheet",
                    "An old MobilePay code keeps the print it has, and a code in no till opens nothing: there is no sheet of"
                            + " it.");
        }
        return sheet(placed, vipps.content(code, placed.kind()).orElseThrow(CodeSheets::vippsIsSilent), language);
    }

    /** In the order of the registry. */
    List<Sheet> of(Msn msn, Optional<String> shop, Optional<Language> language) {
        var wanted = books.latest().all().stream()
                .filter(each -> each.code().msn().equals(msn))
                .filter(CodeSheets::isPrintable)
                .filter(each -> shop.isEmpty()
                        || shop.get().equals(each.till().orElseThrow().shop().id()))
                .toList();
        if (wanted.isEmpty()) {
            throw new CodeRefusal(CodeRefusal.Kind.NOT_FOUND, "no-codes", "There are no codes to be printed there.");
        }
        if (wanted.size() > most) {
            throw new CodeRefusal(
                    CodeRefusal.Kind.INVALID,
                    "too-many",
                    "These are " + wanted.size() + " codes, and at most " + most
                            + " are printed at once. Ask for one shop, or for single codes.");
        }
        var contents = new EnumMap<CodeKind, Map<String, String>>(CodeKind.class);
        wanted.stream()
                .map(PlacedCode::kind)
                .distinct()
                .forEach(kind -> contents.put(kind, vipps.contents(msn, kind).orElseThrow(CodeSheets::vippsIsSilent)));
        return wanted.stream()
                .map(each -> sheet(
                        each,
                        Optional.ofNullable(contents.get(each.kind())
                                        .get(each.code().qrId()))
                                .orElseThrow(CodeSheets::vippsIsSilent),
                        language))
                .toList();
    }

    private static boolean isPrintable(PlacedCode placed) {
        return placed.kind() != CodeKind.MOBILEPAY && placed.inTill();
    }

    private static Sheet sheet(PlacedCode placed, String content, Optional<Language> language) {
        var till = placed.till().orElseThrow();
        var unit = till.salesUnit();
        return new Sheet(
                content,
                placed.location(),
                till.till().flow(),
                language.orElseGet(() -> Language.of(unit.market())),
                String.join(
                        " · ",
                        unit.msn().value(),
                        till.shop().id(),
                        till.till().id(),
                        placed.code().qrId()));
    }

    private static CodeRefusal vippsIsSilent() {
        return new CodeRefusal(
                CodeRefusal.Kind.NOT_NOW,
                "vipps-silent",
                "Vipps did not say what stands in the code, or does not have it yet. See its state, and try again.");
    }
}
