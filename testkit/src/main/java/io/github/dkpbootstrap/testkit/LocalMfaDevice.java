// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

/**
 * The virtual MFA device of a user of a {@link LocalAws}, in the test's hand. Thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_enable_virtual.html">Virtual MFA
 *     devices</a>
 */
public final class LocalMfaDevice {
    private final World world;
    private final String serialNumber;

    LocalMfaDevice(World world, String serialNumber) {
        this.world = world;
        this.serialNumber = serialNumber;
    }

    /** Returns the ARN of the device, which is what {@code SerialNumber} of AssumeRole takes. */
    public String serialNumber() {
        return serialNumber;
    }

    /**
     * Returns the six digits that the device shows, by the clock of the local AWS; others every 30 seconds (RFC 6238). AWS
     * takes a code once: whoever needs a second one lets 30 seconds pass.
     *
     * @throws IllegalStateException if the device was deleted
     */
    public String code() {
        return world.people(people -> people.mfaCode(serialNumber));
    }

    /** Returns the serial number; the codes are secret. */
    @Override
    public String toString() {
        return "LocalMfaDevice{" + serialNumber + "}";
    }
}
