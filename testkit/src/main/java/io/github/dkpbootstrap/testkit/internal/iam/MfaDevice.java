// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.iam;

import java.time.Instant;
import java.util.Optional;

/** A virtual MFA device. Each of its codes is accepted once. Changes only under the lock of the local AWS. */
public final class MfaDevice {
    /** Whose device it is, and since when. */
    record Assignment(User user, Instant since) {}

    private final String serialNumber;
    private final Totp totp = Totp.random();
    private Optional<Assignment> assignment = Optional.empty();
    private long lastStep = Long.MIN_VALUE;

    MfaDevice(String serialNumber) {
        this.serialNumber = serialNumber;
    }

    /** Returns its ARN. */
    public String serialNumber() {
        return serialNumber;
    }

    /** Returns what it shows at a time. */
    public String code(Instant time) {
        return totp.code(Totp.step(time));
    }

    /** Returns whether it is the device of this user. */
    public boolean isOf(User user) {
        return assignment.filter(a -> a.user().equals(user)).isPresent();
    }

    Optional<Assignment> assignment() {
        return assignment;
    }

    String seed() {
        return totp.blob();
    }

    void assign(User user, Instant now) {
        assignment = Optional.of(new Assignment(user, now));
    }

    void release() {
        assignment = Optional.empty();
    }

    /** Returns whether a code is good now; if so, it and those before it are so no more. A device's clock may be off a step. */
    public boolean accept(String code, Instant now) {
        return accept(code, Totp.step(now) - 1, Totp.step(now) + 1);
    }

    /** Returns whether these are two codes in a row, of which one is good now. */
    boolean accept(String first, String second, Instant now) {
        return accept(first, Totp.step(now) - 2, Totp.step(now)) && accept(second, lastStep + 1, lastStep + 1);
    }

    private boolean accept(String code, long from, long to) {
        for (long step = Math.max(from, lastStep + 1); step <= to; step++) {
            if (totp.code(step).equals(code)) {
                lastStep = step;
                return true;
            }
        }
        return false;
    }
}
