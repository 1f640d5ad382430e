// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A condition key to look up in requests, upper and lower case ignored (rule 17c). */
final class ContextKey {
    private final String written;
    private final String lowerCase;
    private final boolean ascii;

    ContextKey(String written) {
        this.written = written;
        lowerCase = written.toLowerCase(Locale.ROOT);
        ascii = RequestView.isAscii(lowerCase);
    }

    /** Returns the values of the key; none where it is absent. Most requests spell a key as the policy does. */
    List<String> values(RequestView request) {
        Map<String, List<String>> context = request.context();
        List<String> values = context.get(written);
        return values != null ? values : search(context);
    }

    private List<String> search(Map<String, List<String>> context) {
        for (Map.Entry<String, List<String>> entry : context.entrySet()) {
            if (is(entry.getKey())) {
                return entry.getValue();
            }
        }
        return List.of();
    }

    /** No text is longer or shorter than its lower case if that is ASCII. */
    private boolean is(String key) {
        return (!ascii || key.length() == lowerCase.length())
                && key.toLowerCase(Locale.ROOT).equals(lowerCase);
    }
}
