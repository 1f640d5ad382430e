// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import java.util.Map;

/** The stack that a script asks for. */
record StackWish(String region, String name, String template, Map<String, String> tags, String changeSet) {}
