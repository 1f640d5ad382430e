// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** BinaryEquals: equal bytes, written in Base64. */
final class EqualBytes implements Values {
    private final Set<ByteBuffer> wanted;

    EqualBytes(List<String> written) {
        wanted = written.stream().flatMap(text -> bytes(text).stream()).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean match(String given, RequestView request) {
        return bytes(given).filter(wanted::contains).isPresent();
    }

    private static Optional<ByteBuffer> bytes(String text) {
        try {
            return Optional.of(ByteBuffer.wrap(Base64.getDecoder().decode(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
