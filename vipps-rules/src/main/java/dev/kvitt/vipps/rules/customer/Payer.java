package dev.kvitt.vipps.rules.customer;

import java.time.LocalDate;

/** What decides whether a customer may pay. Personal, so it never shows itself. */
public record Payer(Standing standing, LocalDate birthDate) {

    /** Whole years. */
    public int age(LocalDate today) {
        return birthDate.until(today).getYears();
    }

    @Override
    public String toString() {
        return "Payer[hidden]";
    }
}
