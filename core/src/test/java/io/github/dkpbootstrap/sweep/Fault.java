// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sweep;

import io.github.dkpbootstrap.testkit.CallFault;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What happens to one call. */
enum Fault {
    THROTTLED(Kind.TRANSIENT),
    SERVER_ERROR(Kind.TRANSIENT),
    RESET(Kind.TRANSIENT),
    LOST_BEFORE_EFFECT(Kind.TRANSIENT),
    LOST_AFTER_EFFECT(Kind.TRANSIENT),
    GARBAGE(Kind.TRANSIENT),
    TRUNCATED(Kind.TRANSIENT),
    ACCESS_DENIED(Kind.REFUSAL),
    STOPPED_BEFORE_EFFECT(Kind.STOP),
    STOPPED_AFTER_EFFECT(Kind.STOP);

    /** What may come of a fault. */
    enum Kind {
        /** The next attempt goes well: nothing may come of it. */
        TRANSIENT,
        /** AWS says no, and will say no again: an error, or a warning. */
        REFUSAL,
        /** The process ends at this call, and another one is started. */
        STOP
    }

    private final Kind kind;

    Fault(Kind kind) {
        this.kind = kind;
    }

    private Optional<CallFault> ofCall() {
        return switch (this) {
            case THROTTLED -> Optional.of(CallFault.throttled());
            case SERVER_ERROR -> Optional.of(CallFault.serverError());
            case RESET -> Optional.of(CallFault.reset());
            case LOST_BEFORE_EFFECT -> Optional.of(CallFault.lostBeforeEffect());
            case LOST_AFTER_EFFECT -> Optional.of(CallFault.lostAfterEffect());
            case GARBAGE -> Optional.of(CallFault.garbage());
            case TRUNCATED -> Optional.of(CallFault.truncated());
            case ACCESS_DENIED ->
                Optional.of(CallFault.refused("AccessDenied", 403, "User: sweep is not authorized to perform it"));
            case STOPPED_BEFORE_EFFECT, STOPPED_AFTER_EFFECT -> Optional.empty();
        };
    }

    static List<Fault> of(Kind kind) {
        return Arrays.stream(values()).filter(fault -> fault.kind == kind).toList();
    }

    Kind kind() {
        return kind;
    }

    /** Returns whether the call has its effect before the fault is felt, and only then; what it answers gets lost. */
    boolean isAfterEffect() {
        return this == LOST_AFTER_EFFECT || this == STOPPED_AFTER_EFFECT;
    }

    /** Returns what the account does to the call; nothing where the process ends. */
    Optional<CallFault> onCall(int number) {
        return ofCall().map(fault -> fault.onCall(number));
    }
}
