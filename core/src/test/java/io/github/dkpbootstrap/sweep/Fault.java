// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sweep;

import io.github.dkpbootstrap.testkit.CallFault;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What happens to one call. */
enum Fault {
    THROTTLED(Kind.TRANSIENT, CallFault::throttled),
    SERVER_ERROR(Kind.TRANSIENT, CallFault::serverError),
    RESET(Kind.TRANSIENT, CallFault::reset),
    LOST_BEFORE_EFFECT(Kind.TRANSIENT, CallFault::lostBeforeEffect),
    LOST_AFTER_EFFECT(Kind.TRANSIENT, CallFault::lostAfterEffect),
    GARBAGE(Kind.TRANSIENT, CallFault::garbage),
    TRUNCATED(Kind.TRANSIENT, CallFault::truncated),
    ACCESS_DENIED(
            Kind.REFUSAL, () -> CallFault.refused("AccessDenied", 403, "User: sweep is not authorized to perform it")),
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
    private final Optional<Supplier<CallFault>> ofCall;

    Fault(Kind kind) {
        this.kind = kind;
        this.ofCall = Optional.empty();
    }

    Fault(Kind kind, Supplier<CallFault> ofCall) {
        this.kind = kind;
        this.ofCall = Optional.of(ofCall);
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
        return ofCall.map(fault -> fault.get().onCall(number));
    }
}
