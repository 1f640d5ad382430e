// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

import java.util.List;
import java.util.function.Predicate;

/** Makes the shortest ARN of a search look like one that a reader knows, where that changes nothing. */
final class ResourcePolish {
    private static final int FIELDS = 6;
    private static final int PARTITION = 1;
    private static final int ACCOUNT = 4;
    private static final int RESOURCE = 5;

    private ResourcePolish() {}

    /** Returns the resource with each change that {@code isSame} takes for the same. */
    static String polished(String resource, Predicate<String> isSame) {
        String[] fields = resource.split(":", FIELDS);
        if (fields.length < FIELDS) {
            return resource;
        }
        attempt(fields, PARTITION, List.of("aws"), isSame);
        if (!fields[2].equals("s3")) {
            attempt(fields, ACCOUNT, List.of("123456789012"), isSame);
        }
        String last = fields[RESOURCE];
        if (last.isEmpty() || last.endsWith("/") || last.endsWith(":")) {
            attempt(fields, RESOURCE, List.of(last + "example"), isSame);
        }
        return String.join(":", fields);
    }

    private static void attempt(String[] fields, int field, List<String> texts, Predicate<String> isSame) {
        String before = fields[field];
        for (String text : texts) {
            fields[field] = text;
            if (isSame.test(String.join(":", fields))) {
                return;
            }
        }
        fields[field] = before;
    }
}
