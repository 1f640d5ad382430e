// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** The latest calls. Used only under the lock of the local AWS. */
final class CallLog {
    private static final int MAX_CALLS = 10_000;
    private static final int MAX_CHARACTERS = 1 << 24;

    private final Deque<LocalCall> calls = new ArrayDeque<>();
    private long characters;

    void add(LocalCall call) {
        calls.add(call);
        characters += size(call);
        while (calls.size() > MAX_CALLS || characters > MAX_CHARACTERS) {
            characters -= size(calls.remove());
        }
    }

    List<LocalCall> all() {
        return List.copyOf(calls);
    }

    void clear() {
        calls.clear();
        characters = 0;
    }

    private static long size(LocalCall call) {
        long size = 0;
        for (Map.Entry<String, String> parameter : call.parameters().entrySet()) {
            size += parameter.getKey().length() + parameter.getValue().length();
        }
        return size;
    }
}
