// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.Intrinsic;
import io.github.dkpbootstrap.policy.PolicyString;
import io.github.dkpbootstrap.policy.internal.JsonPath;

/** Quotes parts of a policy in messages. */
final class Quote {
    private Quote() {}

    /** Returns a text in single quotes, cut where it is long. */
    static String of(String text) {
        return JsonPath.quoted(text);
    }

    /** Returns a text in single quotes, or the name of an intrinsic. */
    static String of(PolicyString string) {
        return string instanceof Intrinsic intrinsic
                ? "the intrinsic " + intrinsic.function()
                : of(string.requireText());
    }
}
