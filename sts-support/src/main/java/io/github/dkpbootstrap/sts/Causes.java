// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;

/** The SDK's exceptions as causes of ours: whole, or left out where a secret is in one of them, however deep. */
final class Causes {
    private Causes() {}

    /** Returns the failure if neither it nor its causes and the attempts before it show a secret. */
    static @Nullable Throwable safe(Throwable failure, Secrets secrets) {
        return any(failure, cause -> secrets.in(cause.toString()) || secrets.in(answer(cause))) ? null : failure;
    }

    /** Returns whether the failure is about a text that was to be JSON: such exceptions quote what they could not read. */
    static boolean quotesJson(Throwable failure) {
        return any(failure, cause -> cause.getClass().getSimpleName().equals("JsonParseException"));
    }

    /** Returns whether STS's answer came and could not be read: such exceptions quote it, and it may hold credentials. */
    static boolean quotesAnswer(Throwable failure) {
        return any(
                failure,
                cause -> cause.getClass().getSimpleName().equals("XMLStreamException")
                        || cause instanceof DateTimeException
                        || String.valueOf(cause.getMessage()).contains("Unable to unmarshall response"));
    }

    private static boolean any(Throwable failure, Predicate<Throwable> test) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> left = new ArrayDeque<>();
        left.add(failure);
        while (!left.isEmpty()) {
            Throwable next = left.remove();
            if (seen.add(next)) {
                if (test.test(next)) {
                    return true;
                }
                left.addAll(List.of(next.getSuppressed()));
                if (next.getCause() != null) {
                    left.add(next.getCause());
                }
            }
        }
        return false;
    }

    /** AWS's answer as it came, which is written out with an exception that is serialised. */
    private static String answer(Throwable cause) {
        @Nullable
        AwsErrorDetails details = cause instanceof AwsServiceException service ? service.awsErrorDetails() : null;
        @Nullable SdkBytes answer = details == null ? null : details.rawResponse();
        return answer == null ? "" : new String(answer.asByteArrayUnsafe(), StandardCharsets.UTF_8);
    }
}
