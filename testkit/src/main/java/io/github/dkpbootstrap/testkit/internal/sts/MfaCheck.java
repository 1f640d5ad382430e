// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.sts;

import io.github.dkpbootstrap.testkit.internal.Timeline;
import io.github.dkpbootstrap.testkit.internal.iam.IamStore;
import io.github.dkpbootstrap.testkit.internal.iam.MfaDevice;
import io.github.dkpbootstrap.testkit.internal.query.Call;
import io.github.dkpbootstrap.testkit.internal.query.Identity;
import io.github.dkpbootstrap.testkit.internal.query.ServiceError;
import java.util.Optional;

/** Lets the MFA device that a call names vouch for its caller. */
final class MfaCheck {
    private final IamStore store;
    private final Timeline timeline;

    MfaCheck(IamStore store, Timeline timeline) {
        this.store = store;
        this.timeline = timeline;
    }

    /** Returns the call, by a caller who is vouched for if the call says so. */
    Call apply(Call call) {
        Optional<String> serial = call.form().find("SerialNumber");
        Optional<String> code = call.form().find("TokenCode");
        if (serial.isEmpty() && code.isEmpty()) {
            return call;
        }
        if (serial.isEmpty() || code.isEmpty()) {
            throw failed(", must provide both MFA serial number and one time pass code.");
        }
        Identity.User user = call.caller().user().orElseThrow(MfaCheck::unknownDevice);
        if (!device(user, serial.get()).accept(code.get(), timeline.now())) {
            throw failed(" with invalid MFA one time pass code. ");
        }
        return call.by(vouchedFor(call.caller(), user.vouchedFor(timeline.now())));
    }

    private MfaDevice device(Identity.User user, String serial) {
        return store.user(user.name()).stream()
                .flatMap(owner -> store.mfaDevices(owner).stream())
                .filter(device -> device.serialNumber().equals(serial))
                .findFirst()
                .orElseThrow(MfaCheck::unknownDevice);
    }

    private static Identity vouchedFor(Identity caller, Identity.User user) {
        return caller instanceof Identity.UserSession session ? new Identity.UserSession(user, session.issued()) : user;
    }

    private static ServiceError unknownDevice() {
        return failed(", unable to validate MFA code.  Please verify your MFA serial number is valid and associated "
                + "with this user.");
    }

    private static ServiceError failed(String how) {
        return ServiceError.of("AccessDenied", 403, "MultiFactorAuthentication failed" + how);
    }
}
