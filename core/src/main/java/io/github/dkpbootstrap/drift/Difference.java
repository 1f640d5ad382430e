// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.drift;

import io.github.dkpbootstrap.DriftFinding;
import io.github.dkpbootstrap.iam.IamWriter;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A difference that our own comparison saw.
 *
 * @param finding what users get of it
 * @param mend what brings it back by calls to IAM; does nothing where only CloudFormation or a person can
 * @param foreign whose access it is, if it is somebody's
 */
record Difference(DriftFinding finding, Consumer<IamWriter> mend, Optional<ForeignUse> foreign) {
    static final Consumer<IamWriter> NOT_HERE = iam -> {};

    static Difference of(DriftFinding.Builder finding, Consumer<IamWriter> mend) {
        DriftFinding built = finding.addSources(DriftFinding.Source.IAM).build();
        return new Difference(built, mend, Optional.empty());
    }

    /** Returns whether there is a call that brings it back. */
    boolean isMendable() {
        return !mend.equals(NOT_HERE);
    }
}
