// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.catalogue;

import java.util.Optional;
import java.util.function.Supplier;

/** A service that is read when first asked for. Thread-safe. */
final class LazyService {
    private final String prefix;
    private final Supplier<ServiceEntry> reader;
    private volatile Optional<ServiceEntry> entry = Optional.empty();

    LazyService(String prefix, Supplier<ServiceEntry> reader) {
        this.prefix = prefix;
        this.reader = reader;
    }

    String prefix() {
        return prefix;
    }

    /** Two threads that come at once may both read it; they get equal entries. */
    ServiceEntry get() {
        if (entry.isEmpty()) {
            entry = Optional.of(reader.get());
        }
        return entry.get();
    }
}
