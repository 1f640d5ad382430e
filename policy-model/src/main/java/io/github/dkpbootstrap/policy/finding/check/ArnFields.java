// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fields of an ARN as a policy writes it: with wildcards and variables, and perhaps with too few of them. */
record ArnFields(List<String> fields) {
    static final int COUNT = 6;

    /** Returns the fields of a text that starts as an ARN does. */
    static Optional<ArnFields> of(String text) {
        return text.startsWith("arn:") ? Optional.of(new ArnFields(split(text))) : Optional.empty();
    }

    String partition() {
        return field(1);
    }

    String service() {
        return field(2);
    }

    String region() {
        return field(3);
    }

    String account() {
        return field(4);
    }

    String resource() {
        return field(5);
    }

    boolean isComplete() {
        return fields.size() == COUNT;
    }

    /** Returns whether a field may stand for several texts: by a wildcard or by a variable. */
    static boolean isOpen(String field) {
        return field.contains("*") || field.contains("?") || field.contains("${");
    }

    private String field(int index) {
        return index < fields.size() ? fields.get(index) : "";
    }

    /** Splits at the first colons that are not within a variable. */
    private static List<String> split(String text) {
        List<String> fields = new ArrayList<>();
        int start = 0;
        int depth = 0;
        for (int i = 0; i < text.length() && fields.size() < COUNT - 1; i++) {
            if (text.startsWith("${", i)) {
                depth++;
            } else if (text.charAt(i) == '}' && depth > 0) {
                depth--;
            } else if (text.charAt(i) == ':' && depth == 0) {
                fields.add(text.substring(start, i));
                start = i + 1;
            }
        }
        fields.add(text.substring(start));
        return List.copyOf(fields);
    }
}
