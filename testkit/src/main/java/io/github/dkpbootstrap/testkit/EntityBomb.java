// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

/** A document of a few hundred bytes that grows to gigabytes in a parser that expands entities. */
final class EntityBomb {
    private static final int LEVELS = 10;

    static final String XML = document();

    private EntityBomb() {}

    private static String document() {
        StringBuilder text =
                new StringBuilder("<?xml version=\"1.0\"?>\n<!DOCTYPE Response [\n<!ENTITY e0 \"echo echo \">\n");
        for (int level = 1; level < LEVELS; level++) {
            String previous = "&e" + (level - 1) + ";";
            text.append("<!ENTITY e" + level + " \"" + previous.repeat(10) + "\">\n");
        }
        return text.append("]>\n<Response><Result><StackId>&e" + (LEVELS - 1) + ";</StackId></Result></Response>\n")
                .toString();
    }
}
