package dev.kvitt.payment.api;

import java.util.Locale;

/** What a point of sale is to do about a sale, and how a person is told. */
enum Todo {
    SEND_AGAIN(
            "Kvitt has not seen this sale. Send it again under the same saleId: that is always safe, a new one never is.",
            "Kvitt har ikke sett dette salget. Send det på nytt med samme saleId: det er alltid trygt, en ny er det aldri.",
            "Kvitt har ikke set dette salg. Send det igen med samme saleId: det er altid sikkert, et nyt er det aldrig.",
            "Kvitt ei ole nähnyt tätä myyntiä. Lähetä se uudelleen samalla saleId:llä: se on aina turvallista, uusi ei ole"
                    + " koskaan."),
    SEND_CORRECTED(
            "No sale is open under this saleId, and a request for it was refused: payment.events says why. Correct it and"
                    + " send it again under the same saleId and with a new requestId.",
            "Intet salg er åpnet med denne saleId, og en forespørsel ble avvist: payment.events sier hvorfor. Rett den og"
                    + " send den på nytt med samme saleId og en ny requestId.",
            "Intet salg er åbnet med denne saleId, og en anmodning blev afvist: payment.events siger hvorfor. Ret den og"
                    + " send den igen med samme saleId og en ny requestId.",
            "Tällä saleId:llä ei ole avattu myyntiä, ja pyyntö hylättiin: payment.events kertoo miksi. Korjaa se ja lähetä"
                    + " uudelleen samalla saleId:llä ja uudella requestId:llä."),
    HAND_OVER(
            "The customer has paid. Hand the goods over and take no other payment.",
            "Kunden har betalt. Gi fra deg varene og ta ingen annen betaling.",
            "Kunden har betalt. Udlever varerne og tag ingen anden betaling.",
            "Asiakas on maksanut. Luovuta tavarat äläkä ota muuta maksua."),
    NOTHING(
            "The sale came to its end and nothing is left to do. What was paid back is in the sums.",
            "Salget er avsluttet, og det er ikke mer å gjøre. Det som er betalt tilbake, står i beløpene.",
            "Salget er afsluttet, og der er ikke mere at gøre. Det, der er betalt tilbage, står i beløbene.",
            "Myynti on päättynyt, eikä mitään ole enää tehtävänä. Palautettu summa näkyy summissa."),
    COLLECT_OTHERWISE(
            "The goods were handed over and Vipps did not let the money be collected. Take another payment.",
            "Varene er levert, og Vipps lot ikke pengene trekkes. Ta en annen betaling.",
            "Varerne er udleveret, og MobilePay lod ikke pengene blive trukket. Tag en anden betaling.",
            "Tavarat luovutettiin, eikä MobilePay antanut veloittaa rahoja. Ota muu maksu."),
    TRY_AGAIN(
            "Nothing was paid and nothing is reserved. Another attempt or another payment is safe.",
            "Ingenting er betalt og ingenting er reservert. Et nytt forsøk eller en annen betaling er trygt.",
            "Intet er betalt, og intet er reserveret. Et nyt forsøg eller en anden betaling er sikkert.",
            "Mitään ei ole maksettu eikä varattu. Uusi yritys tai muu maksu on turvallinen."),
    PRESENT_CUSTOMER(
            "Nobody is asked at the moment. Present the customer, or cancel the sale.",
            "Ingen blir spurt nå. Registrer kunden, eller avbryt salget.",
            "Ingen bliver spurgt lige nu. Registrér kunden, eller annullér salget.",
            "Keneltäkään ei pyydetä maksua juuri nyt. Ilmoita asiakas tai peruuta myynti."),
    CONFIRM_OR_CANCEL(
            "The money is reserved. Confirm what was handed over by selectUntil, or cancel.",
            "Pengene er reservert. Bekreft det som ble levert innen selectUntil, eller avbryt.",
            "Pengene er reserveret. Bekræft det, der blev udleveret, inden selectUntil, eller annullér.",
            "Rahat on varattu. Vahvista luovutettu viimeistään selectUntil-hetkellä tai peruuta."),
    WAIT(
            "This is not decided yet. Take no other payment, and ask again in a few seconds.",
            "Dette er ikke avgjort ennå. Ta ingen annen betaling, og spør igjen om noen sekunder.",
            "Dette er ikke afgjort endnu. Tag ingen anden betaling, og spørg igen om nogle sekunder.",
            "Tätä ei ole vielä ratkaistu. Älä ota muuta maksua, ja kysy uudelleen muutaman sekunnin kuluttua."),
    CALL_SOMEBODY(
            "Kvitt could not process this sale and a person has to look at it. Take no other payment for it yet.",
            "Kvitt klarte ikke å behandle dette salget, og noen må se på det. Ta ingen annen betaling for det ennå.",
            "Kvitt kunne ikke behandle dette salg, og nogen skal se på det. Tag ingen anden betaling for det endnu.",
            "Kvitt ei pystynyt käsittelemään tätä myyntiä, ja ihmisen on katsottava sitä. Älä vielä ota siitä muuta maksua.");

    private final Sentence sentence;

    Todo(String english, String norwegian, String danish, String finnish) {
        this.sentence = new Sentence(english, norwegian, danish, finnish);
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String sentence(Language language) {
        return sentence.in(language);
    }
}
