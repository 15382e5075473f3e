package dev.kvitt.shop;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The shop's three pages; all that changes on them is brought by the script. */
@Path("/")
@RunOnVirtualThread
public class PageResource {

    /** Shorter than anybody's patience with a connection that says nothing. */
    static final Duration LONGEST = Duration.ofSeconds(20);

    private static final String HTML = "text/html; charset=utf-8";
    private static final Map<String, String> ASSETS = Map.of(
            "shop.css", "text/css; charset=utf-8",
            "shop.js", "text/javascript; charset=utf-8",
            "icon.svg", "image/svg+xml");

    private final ShopConfig config;
    private final Speech speech;

    PageResource(ShopConfig config, Speech speech) {
        this.config = config;
        this.speech = speech;
    }

    @CheckedTemplate(basePath = "shop")
    static final class Pages {

        private Pages() {}

        static native TemplateInstance till(Frame frame, List<Product> products);

        static native TemplateInstance machine(Frame frame, List<Product> products);

        static native TemplateInstance meter(Frame frame, String page);
    }

    /**
     * What is around every page.
     *
     * @param here its place among the three
     * @param name of the point of sale in Kvitt's registry
     * @param qrId of the code that is printed there
     * @param phone address of the customer's phone
     */
    public record Frame(String here, String name, String qrId, String phone, Speech speech) {

        /** In the shop's language. */
        public String say(String english) {
            return say(english, "");
        }

        /** @param value for the place {@code %1} of the text */
        public String say(String english, String value) {
            return speech.say(english, value);
        }

        /** @param minorUnits of Norwegian kroner */
        public String kroner(long minorUnits) {
            return speech.money(minorUnits);
        }

        public String language() {
            return speech.language().tag();
        }

        public List<Language> languages() {
            return List.of(Language.values());
        }
    }

    @GET
    public Response till() {
        return page(Pages.till(frame("till", config.till()), Catalogue.TILL));
    }

    @GET
    @Path("vending")
    public Response machine() {
        return page(Pages.machine(frame("machine", config.machine()), Catalogue.MACHINE));
    }

    @GET
    @Path("taxi")
    public Response meter() {
        var page =
                config.pageUrl() + "/p/" + config.msn() + "/" + config.meter().qrId();
        return page(Pages.meter(frame("meter", config.meter()), page));
    }

    @GET
    @Path("assets/{name}")
    public Response asset(@PathParam("name") String name) throws IOException {
        var type = ASSETS.get(name);
        if (type == null) {
            throw new NotFoundException();
        }
        try (var file = PageResource.class.getResourceAsStream("/assets/" + name)) {
            return Response.ok(file.readAllBytes(), type).build();
        }
    }

    private Frame frame(String here, ShopConfig.Place place) {
        return new Frame(here, place.id(), place.qrId(), config.phoneUrl() + "/phone", speech);
    }

    private static Response page(TemplateInstance page) {
        return Response.ok(page.render(), HTML).build();
    }
}
