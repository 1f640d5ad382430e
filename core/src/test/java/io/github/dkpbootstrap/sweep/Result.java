// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sweep;

import io.github.dkpbootstrap.BootstrapException;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;

/** What came of a call of a verb: the name of its result or of its failure. */
record Result(String outcome, Optional<Throwable> failure) {
    static Result of(String outcome) {
        return new Result(outcome, Optional.empty());
    }

    static Result of(Throwable failure) {
        return new Result(failure.getClass().getSimpleName(), Optional.of(failure));
    }

    boolean isTypedError() {
        return failure.filter(e -> e instanceof BootstrapException || e instanceof SdkException)
                .isPresent();
    }

    @Override
    public String toString() {
        return failure.map(Throwable::toString).orElse(outcome);
    }
}
