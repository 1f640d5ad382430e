// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sweep;

import io.github.dkpbootstrap.BootstrapSpec;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What else is special about a scenario. */
enum Knob {
    /** Nothing. */
    PLAIN(spec -> spec),
    /** The spec lets a failed stack be made anew. */
    RECREATE(BootstrapSpec.Builder::recreateFailedStack),
    /** The role cannot be rolled back. */
    STUCK(spec -> spec),
    /** The role cannot be rolled back, and the spec lets it be skipped. */
    STUCK_SKIP(BootstrapSpec.Builder::skipStuckResources),
    /** The stack has termination protection. */
    PROTECTED(spec -> spec),
    /** The shell that is found was made by a plan of this very spec, whose process did not close it. */
    OWN_PLAN(spec -> spec);

    private final UnaryOperator<BootstrapSpec.Builder> setting;

    Knob(UnaryOperator<BootstrapSpec.Builder> setting) {
        this.setting = setting;
    }

    BootstrapSpec spec() {
        BootstrapSpec.Builder spec = BootstrapSpec.builder();
        spec.tags(Map.of("team", "new"));
        return setting.apply(spec).build();
    }

    boolean isStuck() {
        return this == STUCK || this == STUCK_SKIP;
    }
}
