// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import java.io.Flushable;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Where a console listener writes to; what is written shows at once. */
final class ConsoleOutput {
    private final Appendable out;

    ConsoleOutput(Appendable out) {
        this.out = out;
    }

    /** Writes a text in one piece. */
    void write(String text) {
        try {
            out.append(text);
            if (out instanceof Flushable flushable) {
                flushable.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
