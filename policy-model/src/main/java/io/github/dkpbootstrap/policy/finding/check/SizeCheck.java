// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.PolicyTarget;
import io.github.dkpbootstrap.policy.finding.PolicyCheck;
import io.github.dkpbootstrap.policy.internal.JsonPath;

/** A check that a document is no larger than a quota allows. */
abstract class SizeCheck extends DocumentCheck {
    SizeCheck(PolicyCheck about) {
        super(about);
    }

    @Override
    final void run(CheckContext context, Report report) {
        int size = size(context.document());
        int most = limit(context.target());
        if (size > most) {
            report.add(
                    JsonPath.ROOT,
                    "The document has %d characters, %d more than the quota of %d".formatted(size, size - most, most));
        }
    }

    /** Returns the quota for a target, or {@link Integer#MAX_VALUE} where this check has none. */
    abstract int limit(PolicyTarget target);

    /** Returns the size that is compared with the quota. */
    int size(PolicyDocument document) {
        return document.quotaCharacters();
    }

    /** Returns the quota of a target if it is that one. */
    static int limitOf(PolicyTarget target, PolicyTarget only) {
        return target == only ? target.maxCharacters().orElse(Integer.MAX_VALUE) : Integer.MAX_VALUE;
    }
}
