package dev.kvitt.checkin.api;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pages, each with what it shows. */
@CheckedTemplate(basePath = "page")
final class PageTemplates {

    private PageTemplates() {}

    static native TemplateInstance pay(PageFrame frame, PageBill bill, PageForm form);

    /**
     * @param notice names its texts
     * @param bill may be absent
     * @param link where to go on; may be absent
     * @param linkText names the text of the link; absent with it
     */
    static native TemplateInstance notice(PageFrame frame, String notice, PageBill bill, String link, String linkText);
}
