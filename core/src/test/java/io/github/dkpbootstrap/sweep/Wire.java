// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sweep;

import io.github.dkpbootstrap.testkit.LocalAws;
import io.github.dkpbootstrap.testkit.LocalRequest;
import io.github.dkpbootstrap.testkit.LocalResponse;
import org.jspecify.annotations.Nullable;

/** Leads from one set of clients to the account of the moment, and ends the process where that is wanted. */
final class Wire {
    private @Nullable LocalAws account;
    private int callsToGo;
    private @Nullable Fault stop;

    void leadTo(LocalAws next) {
        account = next;
        stop = null;
    }

    /** Ends the process at the {@code call}-th call from now on. */
    void stopAt(int call, Fault how) {
        callsToGo = call;
        stop = how;
    }

    void letGo() {
        stop = null;
    }

    LocalResponse handle(LocalRequest request) {
        LocalAws aws = account;
        if (aws == null) {
            throw new IllegalStateException("There is no account");
        }
        if (stop == null || --callsToGo != 0) {
            return aws.handle(request);
        }
        if (stop == Fault.STOPPED_AFTER_EFFECT) {
            aws.handle(request);
        }
        throw new ProcessStopped(callsToGo);
    }
}
