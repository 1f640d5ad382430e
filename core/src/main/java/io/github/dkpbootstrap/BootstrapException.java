// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import org.jspecify.annotations.Nullable;

/**
 * The base of every exception of this module: preparing the account failed. The message says what, where, AWS's own
 * reason, and what to do next. Failures to obtain credentials are the SDK's {@code SdkClientException} instead.
 */
public abstract class BootstrapException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception. */
    protected BootstrapException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
