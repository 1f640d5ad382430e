// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sweep;

import io.github.dkpbootstrap.BootstrapSpec;
import java.util.Map;

/** What else is special about a scenario. */
enum Knob {
    /** Nothing. */
    PLAIN,
    /** The spec lets a failed stack be made anew. */
    RECREATE,
    /** The role cannot be rolled back. */
    STUCK,
    /** The role cannot be rolled back, and the spec lets it be skipped. */
    STUCK_SKIP,
    /** The stack has termination protection. */
    PROTECTED,
    /** The shell that is found was made by a plan of this very spec, whose process did not close it. */
    OWN_PLAN;

    BootstrapSpec spec() {
        BootstrapSpec.Builder spec = BootstrapSpec.builder();
        spec.tags(Map.of("team", "new"));
        switch (this) {
            case RECREATE -> spec.recreateFailedStack();
            case STUCK_SKIP -> spec.skipStuckResources();
            case PLAIN, STUCK, PROTECTED, OWN_PLAN -> {}
        }
        return spec.build();
    }

    boolean isStuck() {
        return this == STUCK || this == STUCK_SKIP;
    }
}
