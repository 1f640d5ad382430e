// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import io.github.dkpbootstrap.policy.Arn;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a code of an MFA device, which works once. What the supplier gives is shown nowhere, and of what it throws the
 * kind and the text without digits: the text may quote what somebody typed.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html">TokenCode</a>
 */
final class MfaCodes {
    private static final Pattern CODE = Pattern.compile("[0-9]{6}");

    private final Supplier<String> supplier;
    private final String serialNumber;
    private final Arn role;

    private MfaCodes(Supplier<String> supplier, String serialNumber, Arn role) {
        this.supplier = supplier;
        this.serialNumber = serialNumber;
        this.role = role;
    }

    /** Returns where the codes of the spec's device come from; nothing where it has no device. */
    static Optional<MfaCodes> of(SessionSpec spec, @Nullable Supplier<String> supplier) {
        return spec.mfaSerialNumber().map(serial -> {
            if (supplier == null) {
                throw new InvalidSessionException(
                        "The session has the MFA device %s and nothing to ask for its codes: call mfa(serialNumber, code)"
                                .formatted(serial));
            }
            return new MfaCodes(supplier, serial, spec.roleArn());
        });
    }

    /** Returns the next code; white space around it does not matter. */
    String next() {
        String code = ask();
        if (code == null || !CODE.matcher(code.strip()).matches()) {
            throw failure("was not given as six digits");
        }
        return code.strip();
    }

    private @Nullable String ask() {
        try {
            return supplier.get();
        } catch (Throwable e) { // an Error too, such as a failed assertion: what it says must not get further
            String said = e.getMessage() == null ? "" : ", \"" + e.getMessage().replaceAll("\\p{Nd}", "*") + "\"";
            throw failure("could not be had: its supplier threw " + e.getClass().getName() + said);
        }
    }

    private UnableToAssumeRoleException failure(String why) {
        return new UnableToAssumeRoleException(
                "Unable to assume the role %s: the code of the MFA device %s %s".formatted(role, serialNumber, why),
                role,
                null,
                Denial.NOT_DENIED,
                null);
    }
}
