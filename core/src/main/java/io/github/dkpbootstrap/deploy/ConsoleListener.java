// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Prints each event on a line: the seconds since the first, the status, the resource, and AWS's reason. */
final class ConsoleListener implements StackListener {
    private final Appendable out;
    private @Nullable Instant start;

    ConsoleListener(Appendable out) {
        this.out = out;
    }

    @Override
    public void onEvent(StackEvent event) {
        Instant first = start == null ? event.time() : start;
        start = first;
        long seconds = Duration.between(first, event.time()).toSeconds();
        String reason = event.reason().map(r -> "  " + r).orElse("");
        try {
            out.append("%5d s  %-36s %s%s%n".formatted(seconds, event.status(), event.logicalId(), reason));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
