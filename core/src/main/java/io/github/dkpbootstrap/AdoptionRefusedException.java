// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import java.util.List;

/**
 * Role, policy or instance profile cannot be taken into the stack: none of them exists, or they differ from what the spec
 * would deploy, which an import does not change. Nothing was changed.
 */
public final class AdoptionRefusedException extends BootstrapException {
    private static final long serialVersionUID = 1L;

    private final transient List<DriftFinding> differences;

    /** Creates the exception with what differs; empty where nothing is there to be adopted. */
    public AdoptionRefusedException(String message, List<DriftFinding> differences) {
        super(message, null);
        this.differences = List.copyOf(differences);
    }

    /** Returns what differs from the spec. */
    public List<DriftFinding> differences() {
        return differences == null ? List.of() : differences;
    }
}
