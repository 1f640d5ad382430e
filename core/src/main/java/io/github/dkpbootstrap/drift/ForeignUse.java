// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.drift;

import io.github.dkpbootstrap.DriftFinding;
import io.github.dkpbootstrap.iam.IamWriter;
import io.github.dkpbootstrap.policy.Arn;
import java.util.Optional;

/**
 * Access that somebody gave outside the stack.
 *
 * @param kind what it is
 * @param ours the role's or instance profile's name, or the policy's ARN
 * @param other the name or ARN of what is not the stack's
 * @param text the text of an inline policy, where it could be read
 */
record ForeignUse(ForeignKind kind, String ours, String other, Optional<String> text) {
    static ForeignUse of(ForeignKind kind, String ours, String other) {
        return new ForeignUse(kind, ours, other, Optional.empty());
    }

    Difference difference() {
        DriftFinding finding = DriftFinding.builder()
                .addSources(DriftFinding.Source.IAM)
                .kind(kind.finding())
                .logicalId(kind.logicalId())
                .physicalId(ours)
                .property(kind.property().formatted(other))
                .actual(isInline() ? text : Optional.of(other))
                .remedy(isRemovable() ? kind.remedy() : DriftFinding.Remedy.BY_HAND)
                .build();
        return new Difference(finding, isRemovable() ? this::remove : Difference.NOT_HERE, Optional.of(this));
    }

    /** An inline policy that cannot be told to its owner is not removed: its text would be lost. */
    private boolean isRemovable() {
        return !isInline() || text.isPresent();
    }

    private boolean isInline() {
        return kind == ForeignKind.INLINE_POLICY;
    }

    void remove(IamWriter iam) {
        kind.remove(iam, ours, other);
    }

    /** Returns the first part of a sentence that tells of it. */
    String lead() {
        return kind.lead(Arn.tryParse(ours).map(Arn::resourceName).orElse(ours));
    }

    /** Returns the last part of a sentence that tells of it. */
    String object() {
        return kind.object(other);
    }

    String describe() {
        return lead() + " " + object();
    }
}
