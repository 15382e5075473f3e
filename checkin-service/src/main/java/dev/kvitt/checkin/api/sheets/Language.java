package dev.kvitt.checkin.api.sheets;

import dev.kvitt.registry.Flow;
import dev.kvitt.registry.Market;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What stands on a sheet in a language. Both names of the app, because customers of all markets may pay, and names change. */
public enum Language {
    NB(
            "Betal med Vipps eller MobilePay",
            List.of(
                    "Åpne appen og skann koden.",
                    "Godkjenn i appen. Beløpet blir bare holdt av.",
                    "Velg vare. Du betaler kun for det du får."),
            List.of("Åpne appen og skann koden.", "Vent på beløpet fra kassen.", "Godkjenn i appen."),
            List.of("Skann koden med mobilens kamera eller appen.", "Se på beløpet på siden.", "Betal i appen.")),
    DA(
            "Betal med Vipps eller MobilePay",
            List.of(
                    "Åbn appen og scan koden.",
                    "Godkend i appen. Beløbet bliver kun reserveret.",
                    "Vælg din vare. Du betaler kun for det, du får."),
            List.of("Åbn appen og scan koden.", "Vent på beløbet fra kassen.", "Godkend i appen."),
            List.of("Scan koden med mobilens kamera eller appen.", "Se beløbet på siden.", "Betal i appen.")),
    FI(
            "Maksa Vippsillä tai MobilePaylla",
            List.of(
                    "Avaa sovellus ja skannaa koodi.",
                    "Hyväksy sovelluksessa. Summa vain varataan.",
                    "Valitse tuote. Maksat vain siitä, minkä saat."),
            List.of(
                    "Avaa sovellus ja skannaa koodi.",
                    "Odota kassalta tulevaa summaa.",
                    "Hyväksy maksu sovelluksessa."),
            List.of(
                    "Skannaa koodi puhelimen kameralla tai sovelluksella.",
                    "Tarkista summa sivulta.",
                    "Maksa sovelluksessa.")),
    EN(
            "Pay with Vipps or MobilePay",
            List.of(
                    "Open the app and scan the code.",
                    "Approve in the app. The amount is only reserved.",
                    "Choose your item. You pay only for what you get."),
            List.of("Open the app and scan the code.", "Wait for the amount from the till.", "Approve in the app."),
            List.of("Scan the code with your camera or the app.", "Check the amount on the page.", "Pay in the app."));

    private final String title;
    private final List<String> atMachine;
    private final List<String> atTill;
    private final List<String> onPage;

    Language(String title, List<String> atMachine, List<String> atTill, List<String> onPage) {
        this.title = title;
        this.atMachine = atMachine;
        this.atTill = atTill;
        this.onPage = onPage;
    }

    String title() {
        return title;
    }

    /** Without a default, so that whoever adds a flow has to think of its customers. */
    List<String> steps(Flow flow) {
        return switch (flow) {
            case VENDING -> atMachine;
            case TILL -> atTill;
            case PAGE -> onPage;
        };
    }

    /** BCP 47. */
    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By its tag. */
    public static Optional<Language> of(String tag) {
        return Arrays.stream(values()).filter(each -> each.tag().equals(tag)).findFirst();
    }

    /** Of those who buy there. */
    public static Language of(Market market) {
        return switch (market) {
            case NO -> NB;
            case DK -> DA;
            case FI -> FI;
        };
    }
}
