// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

/**
 * A question needs the text of a value that is still a template intrinsic. Replace the intrinsics first with
 * {@link PolicyDocument#resolve}.
 */
public final class UnresolvedIntrinsicException extends PolicyException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception for the intrinsic that has no text. */
    public UnresolvedIntrinsicException(Intrinsic intrinsic) {
        super("The template intrinsic " + MessageText.name(intrinsic.function())
                + " has no text yet: resolve the document's intrinsics "
                + "with PolicyDocument.resolve(..) before asking what it permits");
    }
}
