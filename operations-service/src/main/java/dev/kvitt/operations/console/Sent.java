package dev.kvitt.operations.console;

import java.util.HashMap;
import java.util.Map;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/** What came with a form. */
final class Sent {

    private Sent() {}

    /** The fields of the form that is being answered, as they were typed; none where there is none. */
    static Map<String, String> fields() {
        var request = CurrentRequestManager.get();
        var form = request == null ? null : request.getFormData();
        var fields = new HashMap<String, String>();
        if (form != null) {
            for (var name : form) {
                var value = form.getFirst(name);
                if (!value.isFileItem()) {
                    fields.put(name, value.getValue());
                }
            }
        }
        return fields;
    }
}
