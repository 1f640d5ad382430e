// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.internal;

import java.util.Locale;
import java.util.Set;

/** The condition keys whose values are shared secrets, to be kept out of every text that people read. */
public final class SecretKeys {
    private static final Set<String> SECRET = Set.of("sts:externalid");

    private SecretKeys() {}

    /** Returns whether the values of {@code key} are secret; upper and lower case do not matter. */
    public static boolean isSecret(String key) {
        return SECRET.contains(key.toLowerCase(Locale.ROOT));
    }
}
