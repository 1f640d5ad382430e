// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import org.jspecify.annotations.Nullable;

/** No place that may name a Region names one. The message lists the places; the cause says what the SDK found in its own. */
public final class UnableToResolveRegionException extends SessionException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception with what to do and what the SDK's own search said. */
    public UnableToResolveRegionException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    UnableToResolveRegionException again() {
        return new UnableToResolveRegionException(text(), getCause());
    }
}
