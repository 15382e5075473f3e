package dev.kvitt.operations.domain;

import dev.kvitt.events.AskVipps;
import dev.kvitt.events.OperatorCommand;
import dev.kvitt.events.ReleaseSale;
import dev.kvitt.events.SkipOperation;
import dev.kvitt.events.UnparkSale;

/** What people decided, in words. */
final class OperatorWords {

    private OperatorWords() {}

    static Telling of(OperatorCommand command) {
        var title =
                switch (command) {
                    case UnparkSale _ -> "A person lets the sale go on";
                    case ReleaseSale _ -> "A person gives the reservation back";
                    case AskVipps _ -> "A person has Vipps asked";
                    case SkipOperation skip -> "A person gives up " + skip.operationId();
                };
        return Telling.info(title, command.operator() + ": " + command.reason());
    }
}
