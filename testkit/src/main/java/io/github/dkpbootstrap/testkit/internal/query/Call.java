// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.query;

import java.util.Optional;

/**
 * One call of an action.
 *
 * @param via the service that calls in the name of {@code caller}, if it is not the caller itself
 */
public record Call(
        Identity caller,
        String service,
        String action,
        String region,
        String requestId,
        Form form,
        Optional<String> via) {
    /** Returns this call as one of another action on the same parameters, which the caller needs a permission for too. */
    public Call as(String otherAction) {
        return new Call(caller, service, otherAction, region, requestId, form, via);
    }

    /** Returns this call, by a caller of whom more is known. */
    public Call by(Identity knownCaller) {
        return new Call(knownCaller, service, action, region, requestId, form, via);
    }

    /** Returns the name of the action as policies write it. */
    public String qualifiedAction() {
        return service + ":" + action;
    }
}
