// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.http;

import io.github.dkpbootstrap.testkit.internal.query.Form;
import java.time.Instant;
import java.util.Optional;

/**
 * What a request claims to be, before anything of it is verified.
 *
 * @param service the prefix of the service's actions in policies; empty if the request does not say
 * @param action the action; empty if the request does not say
 * @param caller the ARN of the owner of the key that the request names, if there is such a key
 */
public record Arrival(String service, String action, Optional<String> caller, Instant time, Form form) {
    /** Returns the name of the action as policies write it. */
    public String qualifiedAction() {
        return service + ":" + action;
    }
}
