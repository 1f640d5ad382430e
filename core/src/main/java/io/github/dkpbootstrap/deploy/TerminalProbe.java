// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the system about the terminal. */
final class TerminalProbe {
    private static final Logger LOG = LoggerFactory.getLogger(TerminalProbe.class);
    private static final File TERMINAL = new File("/dev/tty");

    private TerminalProbe() {}

    static Surroundings.Attached attached() {
        return Optional.ofNullable(System.console())
                .map(TerminalProbe::attached)
                .orElse(Surroundings.Attached.SOMETHING_ELSE);
    }

    /** Before Java 22 there is a console only where there is a terminal; from then on it is to be asked. */
    private static Surroundings.Attached attached(Console console) {
        try {
            Object answer = Console.class.getMethod("isTerminal").invoke(console);
            return Boolean.TRUE.equals(answer) ? Surroundings.Attached.TERMINAL : Surroundings.Attached.SOMETHING_ELSE;
        } catch (NoSuchMethodException e) {
            return Surroundings.Attached.TERMINAL;
        } catch (ReflectiveOperationException e) {
            LOG.debug("The console does not say whether it is a terminal", e);
            return Surroundings.Attached.SOMETHING_ELSE;
        }
    }

    /** Returns the character set of standard output, by the property that the Java version at hand has. */
    static Charset charset() {
        String name = System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding", ""));
        try {
            return name.isEmpty() ? Charset.defaultCharset() : Charset.forName(name);
        } catch (IllegalArgumentException e) {
            return StandardCharsets.US_ASCII;
        }
    }

    /** Asks the system's {@code stty} for the width; where there is none, nobody knows. */
    static OptionalInt columns() {
        if (!TERMINAL.canRead()) {
            return OptionalInt.empty();
        }
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(TERMINAL)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return answer(stty);
        } catch (IOException e) {
            LOG.debug("The width of the terminal is unknown", e);
            return OptionalInt.empty();
        }
    }

    private static OptionalInt answer(Process stty) throws IOException {
        try {
            if (stty.waitFor(1, TimeUnit.SECONDS)) {
                return parsed(new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            stty.destroy();
        }
        return OptionalInt.empty();
    }

    /** Reads rows and columns; a terminal that does not know them says {@code 0 0}. */
    static OptionalInt parsed(String size) {
        String[] parts = size.strip().split(" ", -1);
        return parts.length == 2 && parts[1].matches("[1-9][0-9]{0,3}")
                ? OptionalInt.of(Integer.parseInt(parts[1]))
                : OptionalInt.empty();
    }
}
