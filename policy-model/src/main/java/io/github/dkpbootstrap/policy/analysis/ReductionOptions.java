// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import io.github.dkpbootstrap.policy.catalogue.Catalogue;
import io.github.dkpbootstrap.policy.internal.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What may be done to a document to make it smaller. As built without a call: ids of statements are kept, and every step is
 * proved.
 */
@ValueStyle
@Value.Immutable
public interface ReductionOptions {
    /** What becomes of the ids of statements. They permit and forbid nothing. */
    enum Sids {
        /** They stay. A statement that has one is neither merged nor left out, as others may speak of it. */
        KEEP,
        /** They are left out: they take characters, and keep statements from being merged. */
        DROP
    }

    /** Returns what becomes of the ids of statements; {@link Sids#KEEP} unless set. */
    @Value.Default
    default Sids sids() {
        return Sids.KEEP;
    }

    /**
     * Returns the catalogue by which actions may be replaced by patterns such as {@code ec2:Describe*}, which cover exactly
     * the same actions of it; nothing, unless set, forbids that. Such a pattern also covers what AWS adds later: the result
     * then has a date.
     */
    Optional<Catalogue> wildcards();

    /** Returns a builder; everything is optional. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link ReductionOptions}. Not thread-safe. */
    final class Builder extends ImmutableReductionOptions.Builder {
        Builder() {}
    }
}
