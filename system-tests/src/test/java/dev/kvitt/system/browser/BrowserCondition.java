package dev.kvitt.system.browser;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Leaves browser tests out where nobody asked for them, as an IDE that runs everything, and no Chromium is there. */
final class BrowserCondition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return mustRun(System.getProperty("browser") != null, Chromium.find().isPresent());
    }

    static ConditionEvaluationResult mustRun(boolean asked, boolean there) {
        return asked || there
                ? ConditionEvaluationResult.enabled(asked ? "-Dbrowser" : "Chromium is there")
                : ConditionEvaluationResult.disabled(Chromium.MISSING);
    }
}
