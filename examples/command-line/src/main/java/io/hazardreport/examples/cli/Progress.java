package io.hazardreport.examples.cli;

import java.io.Console;
import java.util.function.IntConsumer;

/** A bar on the error stream, where a person looks on; nothing where output goes to a file. */
final class Progress implements IntConsumer, AutoCloseable {

    private static final int WIDTH = 40;

    private final String what;
    private final int total;
    private final boolean shown = isWatched();
    private int last = -1;

    Progress(String what, int total) {
        this.what = what;
        this.total = Math.max(total, 1);
    }

    /** From Java 22 on there is a console also where nobody looks at it; it then says so itself. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isWatched() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException before22) {
            return true;
        }
    }

    @Override
    public void accept(int done) {
        int filled = (int) ((long) done * WIDTH / total);
        if (shown && filled != last) {
            last = filled;
            System.err.print(
                    "\r" + what + " [" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] " + done + "/" + total);
        }
    }

    @Override
    public void close() {
        if (shown) {
            System.err.print("\r" + " ".repeat(what.length() * 2 + WIDTH + 24) + "\r");
        }
    }
}
