package dev.kvitt.vipps.client.report;

import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.http.AnswerReader;
import dev.kvitt.vipps.client.http.Call;
import dev.kvitt.vipps.client.http.Calls;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The Report API over HTTP. Get it from {@link dev.kvitt.vipps.client.VippsApi#report()} or {@link
 * dev.kvitt.vipps.client.VippsClient#forAccounting}.
 */
public final class HttpReport implements Report {
    private static final String LEDGERS = "/settlement/v1/ledgers";
    private static final String ROWS = "/report/v2/ledgers/{ledgerId}/{topic}";

    private final Calls calls;

    public HttpReport(Calls calls) {
        this.calls = calls;
    }

    @Override
    public Outcome<LedgerPage> ledgers() {
        return ledgers(Call.get(LEDGERS));
    }

    @Override
    public Outcome<LedgerPage> ledgers(RecipientHandle pointOfSale) {
        return ledgers(Call.get(LEDGERS).query("settlesForRecipientHandles", pointOfSale.value()));
    }

    @Override
    public Outcome<LedgerPage> ledgers(Cursor next) {
        return ledgers(at(Optional.of(next), Call.get(LEDGERS)));
    }

    @Override
    public Outcome<DatePage> onDate(LedgerId ledger, Topic topic, LocalDate date, Optional<Cursor> next) {
        Call call = Call.get(ROWS + "/dates/{ledgerDate}", ledger.value(), topic.word(), date.toString());
        return calls.make(at(next, call), AnswerReader.json(ReportAnswers::datePage));
    }

    @Override
    public Outcome<FeedPage> feed(LedgerId ledger, Topic topic, Optional<Cursor> place) {
        Call call = Call.get(ROWS + "/feed", ledger.value(), topic.word());
        return calls.make(at(place, call), AnswerReader.json(ReportAnswers::feedPage));
    }

    private Outcome<LedgerPage> ledgers(Call call) {
        return calls.make(call, AnswerReader.json(ReportAnswers::ledgers));
    }

    private static Call at(Optional<Cursor> cursor, Call call) {
        return cursor.map(place -> call.query("cursor", place.value())).orElse(call);
    }
}
