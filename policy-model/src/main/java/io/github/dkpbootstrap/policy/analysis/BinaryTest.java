// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import io.github.dkpbootstrap.policy.Comparison;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** The operator BinaryEquals: the same bytes, both sides in Base64. */
final class BinaryTest implements ValueTest {
    @Override
    public boolean matches(Comparison comparison, String given, String wanted) {
        Optional<byte[]> left = bytes(given);
        Optional<byte[]> right = bytes(wanted);
        return left.isPresent() && right.isPresent() && Arrays.equals(left.get(), right.get());
    }

    private static Optional<byte[]> bytes(String text) {
        try {
            return Optional.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
