// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import java.util.List;
import java.util.Map;

/** What a create or update gives a stack: the template and what goes with it. */
record StackSettings(
        Template template, Map<String, String> parameters, Map<String, String> tags, List<String> capabilities) {
    /** The settings of a stack for which nothing has been executed yet. */
    static final StackSettings NONE = new StackSettings(Template.NONE, Map.of(), Map.of(), List.of());
}
