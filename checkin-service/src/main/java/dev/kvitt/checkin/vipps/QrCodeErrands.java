package dev.kvitt.checkin.vipps;

import dev.kvitt.checkin.domain.CodeKind;
import dev.kvitt.checkin.domain.CodesAtVipps;
import dev.kvitt.checkin.domain.PrintedCode;
import dev.kvitt.checkin.store.CodeBooks;
import dev.kvitt.checkin.store.CodeComparisons;
import dev.kvitt.checkin.store.QrCode;
import dev.kvitt.checkin.store.QrCodes;
import dev.kvitt.events.Msn;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/** What somebody waits for, done beside the keeper's rounds; the keeper goes on where Vipps did not answer. */
@Singleton
public class QrCodeErrands implements CodesAtVipps {

    private final CodeBooks books;
    private final QrCodes codes;
    private final CodeComparisons comparisons;
    private final QrCodeCalls calls;
    private final QrCodeKeeper keeper;

    QrCodeErrands(CodeBooks books, QrCodes codes, CodeComparisons comparisons, QrCodeCalls calls, QrCodeKeeper keeper) {
        this.books = books;
        this.codes = codes;
        this.comparisons = comparisons;
        this.calls = calls;
        this.keeper = keeper;
    }

    @Override
    public void put(PrintedCode code) {
        var round = new QrCodeRound(calls);
        books.latest().find(code).map(keeper::wanted).ifPresent(codes::wantAlso);
        codes.id(code.msn().value(), code.qrId()).ifPresent(id -> codes.tell(id, round::put));
        goOn(round);
    }

    @Override
    public boolean delete(PrintedCode code) {
        var round = new QrCodeRound(calls);
        var msn = code.msn().value();
        codes.wantNoMore(msn, code.qrId());
        codes.id(msn, code.qrId()).ifPresent(id -> codes.forget(id, round::delete));
        goOn(round);
        return codes.id(msn, code.qrId()).isEmpty();
    }

    @Override
    public boolean deleteUnwanted(PrintedCode code) {
        var msn = code.msn().value();
        var round = new QrCodeRound(calls);
        var there = comparisons.unwanted(msn).stream()
                .filter(each -> each.qrId().equals(code.qrId()))
                .toList();
        var gone = !there.isEmpty() && there.stream().allMatch(each -> round.delete(row(msn, each)));
        if (gone) {
            comparisons.gone(msn, code.qrId());
        }
        return gone;
    }

    private static QrCode row(String msn, CodeComparisons.Unwanted there) {
        var row = new QrCode();
        row.msn = msn;
        row.qrId = there.qrId();
        row.target = there.redirect() ? there.kept() : null;
        return row;
    }

    @Override
    public boolean compare(Msn msn) {
        var round = new QrCodeRound(calls);
        var compared = keeper.compare(msn.value(), keeper.wanted(), round);
        codes.wanted().forEach(id -> codes.tell(id, round::put));
        goOn(round);
        return compared;
    }

    private void goOn(QrCodeRound round) {
        round.again().ifPresent(wait -> keeper.soon());
        keeper.count();
    }

    @Override
    public Optional<String> content(PrintedCode code, CodeKind kind) {
        return new QrCodeRound(calls).content(code.msn().value(), code.qrId(), kind == CodeKind.REDIRECT);
    }

    @Override
    public Optional<Map<String, String>> contents(Msn msn, CodeKind kind) {
        return new QrCodeRound(calls).contents(msn.value(), kind == CodeKind.REDIRECT);
    }
}
