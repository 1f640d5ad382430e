// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;

/** Specs of one role, for tests of what a spec takes and refuses. */
final class Specs {
    private Specs() {}

    static SessionSpec spec(Consumer<SessionSpec.Builder> settings) {
        SessionSpec.Builder builder = SessionSpec.builder().roleArn(SessionBench.ROLE);
        settings.accept(builder);
        return builder.build();
    }

    static void refuses(Consumer<SessionSpec.Builder> settings, String... parts) {
        assertThatThrownBy(() -> spec(settings))
                .isInstanceOf(InvalidSessionException.class)
                .hasMessageContainingAll(parts);
    }
}
