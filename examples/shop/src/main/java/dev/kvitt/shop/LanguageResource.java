package dev.kvitt.shop;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;

/** The language of the shop. */
@Path("/api/language")
@Consumes(MediaType.APPLICATION_JSON)
public class LanguageResource {

    private final Shop shop;
    private final Speech speech;

    LanguageResource(Shop shop, Speech speech) {
        this.shop = shop;
        this.speech = speech;
    }

    /** @param language one of those of the shop */
    record Spoken(Language language) {}

    /** What the script says, by the English text; empty in English. */
    @GET
    public Map<String, String> texts() {
        return speech.texts();
    }

    @POST
    public void speak(Spoken spoken) {
        if (spoken == null || spoken.language() == null) {
            throw new NotPossibleException("Nobody here speaks that language.");
        }
        speech.speak(spoken.language());
        shop.ask();
    }
}
