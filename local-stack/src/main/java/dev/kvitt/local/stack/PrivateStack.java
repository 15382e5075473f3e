package dev.kvitt.local.stack;

import java.nio.file.Path;

/** A stack beside all others: free ports, a temporary data folder, gone afterwards. */
public final class PrivateStack {

    private PrivateStack() {}

    /** What is done with the running stack. */
    @FunctionalInterface
    public interface Task {

        /** Returns the exit code of the command: 0 when all is well. */
        int run(Stack stack, Progress progress);
    }

    /**
     * Starts the stack, runs the task and stops the stack, also when interrupted.
     *
     * @param keep leave it running and its folder in place; {@code ./kvitt down} ends it
     */
    public static int run(
            Path home, StackDefinition definition, JvmTuning tuning, boolean keep, Progress progress, Task task) {
        DataFolder data = PrivateFolders.create(home);
        try (StackLock lock = StackLock.take(data)) {
            lock.writeDownLauncher();
            StackOptions options = new StackOptions(
                    home, data, Ports.free(definition.services()), definition, tuning, StackOptions.READY_LIMIT, !keep);
            return run(options, keep, progress, task);
        }
    }

    private static int run(StackOptions options, boolean keep, Progress progress, Task task) {
        Stack stack = Stack.start(options, progress);
        boolean left = false;
        try {
            int result = task.run(stack, progress);
            stack.requireWhole();
            if (keep) {
                stack.leaveRunning();
                left = true;
                progress.say("left running: see ./kvitt status, stop it with ./kvitt down");
            }
            return result;
        } finally {
            if (!left) {
                stack.close();
            }
        }
    }
}
