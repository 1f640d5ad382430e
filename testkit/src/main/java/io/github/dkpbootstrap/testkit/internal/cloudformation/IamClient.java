// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import io.github.dkpbootstrap.testkit.internal.Ids;
import io.github.dkpbootstrap.testkit.internal.access.Gate;
import io.github.dkpbootstrap.testkit.internal.query.Call;
import io.github.dkpbootstrap.testkit.internal.query.Form;
import io.github.dkpbootstrap.testkit.internal.query.Identity;
import io.github.dkpbootstrap.testkit.internal.query.QueryService;
import io.github.dkpbootstrap.testkit.internal.query.ServiceError;
import java.util.Optional;

/** Calls IAM in the name of the one who called CloudFormation, with that one's permissions. */
final class IamClient {
    private static final String VIA = "cloudformation.amazonaws.com";

    private final Gate gate;
    private final QueryService iam;
    private final Identity caller;
    private final String region;

    IamClient(Gate gate, QueryService iam, Identity caller, String region) {
        this.gate = gate;
        this.iam = iam;
        this.caller = caller;
        this.region = region;
    }

    /** Calls an action of IAM. */
    void call(String action, Form form) {
        run(action, form, true);
    }

    /** Calls an action whose object may be gone already. */
    void callIfThere(String action, Form form) {
        try {
            run(action, form, true);
        } catch (Gone e) {
            // What was to be removed is not there: that is what the caller wants.
        }
    }

    /** Checks a permission that has no action of its own, such as PassRole. */
    void require(String action, Form form) {
        run(action, form, false);
    }

    private void run(String action, Form form, boolean effect) {
        String requestId = Ids.uuid();
        Call call = new Call(caller, iam.name(), action, region, requestId, form, Optional.of(VIA));
        try {
            gate.authorize(call);
            if (effect) {
                iam.handle(call);
            }
        } catch (ServiceError error) {
            String detail = "%s (Service: Iam, Status Code: %d, Request ID: %s) (SDK Attempt Count: 1)"
                    .formatted(error.message(), error.status(), requestId);
            String reason = reason(error, detail);
            throw error.code().equals("NoSuchEntity") ? new Gone(reason, detail) : new ResourceFailure(reason, detail);
        }
    }

    private static String reason(ServiceError error, String detail) {
        return handler(
                detail,
                switch (error.code()) {
                    case "AccessDenied" -> "AccessDenied";
                    case "EntityAlreadyExists" -> "AlreadyExists";
                    case "NoSuchEntity" -> "NotFound";
                    case "LimitExceeded" -> "ServiceLimitExceeded";
                    default -> "InvalidRequest";
                });
    }

    /** Returns the reason of an event as CloudFormation words what a resource handler said. */
    static String handler(String message, String code) {
        return "Resource handler returned message: \"%s\" (RequestToken: %s, HandlerErrorCode: %s)"
                .formatted(message, Ids.uuid(), code);
    }
}
