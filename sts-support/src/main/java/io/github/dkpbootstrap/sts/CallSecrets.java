// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The external id and the MFA code of a call, which may be in what is said of its failure: AWS quotes what it refuses. */
final class CallSecrets {
    private static final String MASK = "****";

    private final List<Pattern> secrets;

    CallSecrets(SessionSpec spec, Optional<String> mfaCode) {
        secrets = Stream.concat(spec.externalId().stream(), mfaCode.stream())
                .map(CallSecrets::word)
                .toList();
    }

    /** Returns the text without the secrets. */
    String masked(String text) {
        String masked = text;
        for (Pattern secret : secrets) {
            masked = secret.matcher(masked).replaceAll(MASK);
        }
        return masked;
    }

    /** Returns whether a stack trace would show a secret: that of the failure, of a cause, or of what was suppressed. */
    boolean areIn(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>()); // causes may go round in a circle
        Deque<Throwable> left = new ArrayDeque<>(List.of(failure));
        while (!left.isEmpty()) {
            Throwable next = left.pop();
            if (seen.add(next)) {
                if (areIn(next.getMessage()) || areIn(next.toString())) {
                    return true;
                }
                Optional.ofNullable(next.getCause()).ifPresent(left::push);
                left.addAll(List.of(next.getSuppressed()));
            }
        }
        return false;
    }

    private boolean areIn(@Nullable String text) {
        return text != null
                && secrets.stream().anyMatch(secret -> secret.matcher(text).find());
    }

    private static Pattern word(String secret) {
        return Pattern.compile("(?<!\\w)" + Pattern.quote(secret) + "(?!\\w)");
    }
}
