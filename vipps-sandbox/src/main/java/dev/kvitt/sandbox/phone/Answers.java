package dev.kvitt.sandbox.phone;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;

/** Pages, and where browsers go next. */
final class Answers {

    private static final String HTML = "text/html; charset=utf-8";
    private static final int OK = 200;
    private static final int SEE_OTHER = 303;
    private static final int NOT_FOUND = 404;

    private Answers() {}

    static Response page(TemplateInstance page, PhoneLanguage language) {
        return page(OK, page, language);
    }

    static Response notFound(Visitor visitor, Person owner) {
        return page(
                NOT_FOUND, Pages.notFound(new Frame(owner, null, visitor.language(), "/phone")), visitor.language());
    }

    /** Not an URI: merchants' pages may have what java.net.URI does not allow. */
    static Response goTo(String address, NewCookie... cookies) {
        return Response.status(SEE_OTHER)
                .header(HttpHeaders.LOCATION, address)
                .cookie(cookies)
                .build();
    }

    private static Response page(int status, TemplateInstance page, PhoneLanguage language) {
        return Response.status(status)
                .type(HTML)
                .entity(page.setLocale(language.tag()).render())
                .build();
    }
}
