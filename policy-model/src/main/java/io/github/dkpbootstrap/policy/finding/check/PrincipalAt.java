// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.PolicyString;
import io.github.dkpbootstrap.policy.Principal.IdentitiesOfType;
import io.github.dkpbootstrap.policy.PrincipalType;
import io.github.dkpbootstrap.policy.internal.JsonPath;
import java.util.stream.Stream;

/** One identity of a principal, its type and its path. */
record PrincipalAt(PrincipalType type, PolicyString id, String path) {
    static Stream<PrincipalAt> each(IdentitiesOfType identities, String path) {
        String ids = JsonPath.child(path, identities.type().text());
        return At.each(identities.ids(), ids).stream()
                .map(at -> new PrincipalAt(identities.type(), at.value(), at.path()));
    }
}
