package dev.kvitt.capture.messaging;

import dev.kvitt.events.Msn;
import dev.kvitt.events.OperationId;
import dev.kvitt.messaging.Json;
import dev.kvitt.messaging.task.Task;
import java.util.Map;

/** The task of carrying out an operation. */
record OperationTask(Msn msn, OperationId operationId) {

    static final String KIND = "operation";

    private static final String MSN = "msn";
    private static final String OPERATION_ID = "operationId";

    static String body(Msn msn, OperationId operationId) {
        return Json.write(Map.of(
                MSN, msn.value(),
                OPERATION_ID, operationId.value()));
    }

    static OperationTask of(Task task) {
        var body = Json.strings(task.body());
        return new OperationTask(new Msn(body.get(MSN)), new OperationId(body.get(OPERATION_ID)));
    }

    @Override
    public String toString() {
        return msn + "/" + operationId;
    }
}
