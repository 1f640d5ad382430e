// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.drift;

import io.github.dkpbootstrap.deploy.AwsCalls;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/** Makes reads that may be denied, and keeps what is unknown for it. */
final class Reads {
    private static final Logger LOG = LoggerFactory.getLogger(Reads.class);

    private final Set<String> warnings = new LinkedHashSet<>();
    private final Set<String> denied = new LinkedHashSet<>();

    /**
     * Reads something.
     *
     * @param what what is read, for people
     * @param action the action that the caller needs for it
     * @return nothing where the caller may not read it, which is then a warning
     */
    <T> Optional<T> of(String what, String action, Supplier<T> read) {
        try {
            return Optional.of(read.get());
        } catch (SdkException e) {
            if (!AwsCalls.isDenied(e)) {
                throw e;
            }
            denied.add("%s (needs %s)".formatted(what, action));
            warn("%s could not be compared: needs %s".formatted(what, action));
            return Optional.empty();
        }
    }

    /** Returns whether the template tells of all these properties what they are; warns of those that it computes. */
    boolean areKnown(ExpectedResource resource, String... properties) {
        List<String> computed = Stream.of(properties)
                .filter(property -> !resource.isKnown(property))
                .toList();
        computed.forEach(property -> warn(
                "%s of %s could not be compared: the template computes it".formatted(property, resource.logicalId())));
        return computed.isEmpty();
    }

    void warn(String warning) {
        if (warnings.add(warning)) {
            LOG.warn("{}", warning);
        }
    }

    /** Returns what the caller may not read, each with the action that it needs. */
    Collection<String> denied() {
        return List.copyOf(denied);
    }

    Collection<String> warnings() {
        return List.copyOf(warnings);
    }
}
