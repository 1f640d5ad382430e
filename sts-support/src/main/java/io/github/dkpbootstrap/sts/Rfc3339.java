// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Writes an instant as all of AWS's tools read it: RFC 3339, in UTC, to the second, never later than it is. */
final class Rfc3339 {
    private Rfc3339() {}

    static String text(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
