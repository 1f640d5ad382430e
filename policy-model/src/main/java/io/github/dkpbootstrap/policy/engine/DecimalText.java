// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import java.math.BigDecimal;
import java.util.Optional;

/** Reads decimal numbers (rule 16b). */
final class DecimalText {
    private static final int MAX_LENGTH = 100;
    private static final int MAX_EXPONENT_DIGITS = 4;

    private DecimalText() {}

    static Optional<BigDecimal> read(String text) {
        return text.length() <= MAX_LENGTH && isNumber(new Scanner(text))
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }

    private static boolean isNumber(Scanner text) {
        text.take("+-");
        if (text.digits() == 0 || (text.take(".") && text.digits() == 0)) {
            return false;
        }
        if (text.take("eE")) {
            text.take("+-");
            int digits = text.digits();
            return digits > 0 && digits <= MAX_EXPONENT_DIGITS && text.atEnd();
        }
        return text.atEnd();
    }
}
