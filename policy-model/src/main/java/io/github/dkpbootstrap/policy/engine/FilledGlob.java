// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import java.util.Optional;

/** The glob that a written text is for a request, made in advance where no variable is in it. */
final class FilledGlob {
    private final Template template;
    private final Optional<Glob> fixed;

    FilledGlob(Template template) {
        this.template = template;
        fixed = template.fixed().map(Glob::new);
    }

    /** Returns the glob that this is for every request; nothing if there are variables. */
    Optional<Glob> fixed() {
        return fixed;
    }

    /** Returns the glob; nothing, so that nothing matches, if a variable has neither value nor default. */
    Optional<Glob> glob(RequestView request) {
        return fixed.isPresent() ? fixed : template.fill(request).map(Glob::new);
    }
}
