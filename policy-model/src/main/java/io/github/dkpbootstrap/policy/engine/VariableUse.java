// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.PolicyVersion;
import java.util.Optional;

/** Whether a document has policy variables (rule 13a). */
enum VariableUse {
    NONE,
    REPLACED;

    static VariableUse of(PolicyDocument document) {
        return document.version().equals(Optional.of(PolicyVersion.V2012_10_17)) ? REPLACED : NONE;
    }
}
