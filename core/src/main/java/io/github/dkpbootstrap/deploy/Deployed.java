// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import java.util.Optional;

/**
 * What a deployment did, and the stack as it is now. Immutable.
 *
 * @param done {@code CREATE}, {@code UPDATE} or {@code IMPORT}, or {@code READ} where nothing needed to be done
 * @param stack the stack
 * @param earlierFailure why the stack that was there before never came to be, if one was deleted to make this one
 */
public record Deployed(StackOperation done, StackSnapshot stack, Optional<String> earlierFailure) {
    /** Creates a result with no earlier failure. */
    public Deployed(StackOperation done, StackSnapshot stack) {
        this(done, stack, Optional.empty());
    }

    Deployed after(Optional<String> failure) {
        return new Deployed(done, stack, failure);
    }
}
