package dev.kvitt.sandbox.customers;

import dev.kvitt.vipps.rules.Msisdn;
import dev.kvitt.vipps.rules.customer.Standing;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Persons made up from phone numbers: the same number is always the same person, of age and able to pay. */
final class MadeUp {

    private static final List<String> FIRST =
            List.of("Ada", "Bo", "Eli", "Iver", "Kaia", "Liv", "Noor", "Odd", "Siv", "Tuva");
    private static final List<String> LAST =
            List.of("Berg", "Dahl", "Eide", "Foss", "Hagen", "Lien", "Moe", "Nygaard", "Strand", "Vik");
    private static final List<String> STREETS =
            List.of("Storgata", "Kirkeveien", "Skolegata", "Havnegata", "Parkveien");
    private static final int YOUNGEST_BORN = 2005;
    private static final int AGES = 60;
    private static final int DAYS = 365;
    private static final int HOUSES = 90;

    private MadeUp() {}

    static Customer of(Msisdn phone) {
        Random random = new Random(Long.parseLong(phone.value()));
        String first = pick(FIRST, random);
        String last = pick(LAST, random);
        LocalDate birthDate = LocalDate.ofYearDay(YOUNGEST_BORN - random.nextInt(AGES), 1 + random.nextInt(DAYS));
        return new Customer(
                phone,
                first,
                last,
                first.toLowerCase(Locale.ROOT) + "." + phone.value() + "@example.com",
                birthDate,
                address("home", phone, random),
                List.of(address("work", phone, random)),
                Standing.GOOD);
    }

    private static Address address(String type, Msisdn phone, Random random) {
        String street = pick(STREETS, random) + " " + (1 + random.nextInt(HOUSES));
        if (phone.value().startsWith("45")) {
            return new Address(type, street, "2100", "København", "DK");
        }
        return phone.value().startsWith("358")
                ? new Address(type, street, "00100", "Helsinki", "FI")
                : new Address(type, street, "0154", "Oslo", "NO");
    }

    private static String pick(List<String> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }
}
