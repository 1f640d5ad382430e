// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import io.github.dkpbootstrap.policy.internal.ValueStyle;
import java.time.Duration;
import org.immutables.value.Value;

/** When an access key is too old, or unused for too long. The defaults are those of AWS Security Hub. */
@ValueStyle
@Value.Immutable
public interface AccessKeyRules {
    /**
     * Returns the age up to which an active key is young enough: 90 days unless set.
     *
     * @see <a href="https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-3">IAM.3: access keys
     *     should be rotated every 90 days or less</a>
     */
    @Value.Default
    default Duration maxAge() {
        return Duration.ofDays(90);
    }

    /**
     * Returns the time from which on an active key counts as unused: 45 days unless set. Security Hub has a control for 90
     * days too, IAM.8.
     *
     * @see <a href="https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-22">IAM.22: credentials
     *     unused for 45 days should be removed</a>
     */
    @Value.Default
    default Duration maxUnused() {
        return Duration.ofDays(45);
    }

    /** Checks that both are longer than zero. */
    @Value.Check
    default void check() {
        SpecChecks.positive("maxAge", maxAge());
        SpecChecks.positive("maxUnused", maxUnused());
    }

    /** Returns a builder; nothing is required. */
    static Builder builder() {
        return new Builder();
    }

    /** Returns the rules of AWS Security Hub. */
    static AccessKeyRules defaults() {
        return builder().build();
    }

    /** Builds {@link AccessKeyRules}. Not thread-safe. */
    final class Builder extends ImmutableAccessKeyRules.Builder {
        Builder() {}
    }
}
