// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.iam;

import io.github.dkpbootstrap.BootstrapClients;
import io.github.dkpbootstrap.deploy.AwsCalls;
import io.github.dkpbootstrap.deploy.PageCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.IamResponse;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;

/** How IAM is asked: passing faults repeated, all pages read, and what is not there an empty answer. */
final class IamCalls {
    private final AwsCalls calls;

    private IamCalls(AwsCalls calls) {
        this.calls = calls;
    }

    static IamCalls about(String what, BootstrapClients clients) {
        return new IamCalls(AwsCalls.about(what, clients.sleeper()));
    }

    /** Returns the same with a single attempt. */
    IamCalls once() {
        return new IamCalls(calls.once());
    }

    <R extends IamResponse> R call(Supplier<R> call) {
        return calls.call(call);
    }

    <R extends IamResponse, T> List<T> pages(
            Function<@Nullable String, R> read, Function<R, List<T>> items, Function<R, Optional<String>> next) {
        List<T> all = new ArrayList<>();
        PageCursor cursor = new PageCursor("what IAM has");
        Optional<R> response;
        do {
            String marker = cursor.token();
            response = found(() -> calls.call(() -> read.apply(marker)));
            response.map(items).ifPresent(all::addAll);
        } while (cursor.advance(response.flatMap(next).orElse(null)));
        return all;
    }

    <T> Optional<T> found(Supplier<T> read) {
        try {
            return Optional.of(read.get());
        } catch (NoSuchEntityException e) {
            return Optional.empty();
        }
    }

    static Optional<String> next(@Nullable Boolean truncated, @Nullable String marker) {
        return Boolean.TRUE.equals(truncated) ? Optional.ofNullable(marker) : Optional.empty();
    }

    static void require(@Nullable Object part, String what) {
        if (part == null) {
            throw AwsCalls.lacking(what);
        }
    }
}
