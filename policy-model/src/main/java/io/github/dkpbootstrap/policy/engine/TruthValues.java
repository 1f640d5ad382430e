// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import java.util.List;

/** Bool: {@code true} and {@code false}, upper and lower case ignored. */
final class TruthValues implements Values {
    private final boolean wantsTrue;
    private final boolean wantsFalse;

    TruthValues(List<String> written) {
        wantsTrue = written.stream().anyMatch("true"::equalsIgnoreCase);
        wantsFalse = written.stream().anyMatch("false"::equalsIgnoreCase);
    }

    @Override
    public boolean match(String given, RequestView request) {
        return (wantsTrue && given.equalsIgnoreCase("true")) || (wantsFalse && given.equalsIgnoreCase("false"));
    }

    /** Returns whether this value is among those of the policy. */
    boolean wants(boolean value) {
        return value ? wantsTrue : wantsFalse;
    }
}
