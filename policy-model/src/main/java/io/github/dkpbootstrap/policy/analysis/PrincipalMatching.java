// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.Principal;
import io.github.dkpbootstrap.policy.PrincipalType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** How strongly {@code Principal} or {@code NotPrincipal} names a caller (rules 14, 15 and 21). */
final class PrincipalMatching {
    private final CallerNames caller;

    PrincipalMatching(Caller caller) {
        this.caller = new CallerNames(caller);
    }

    GrantRange named(Principal principal) {
        Grant surely = listed(principal).stream().reduce(Grant.NONE, Grant::or);
        return new GrantRange(surely, hasIntrinsic(principal) ? Grant.DIRECT : surely);
    }

    /** Returns whether the caller is left out: for an allow, by any of its names; for a deny, only by all of them. */
    GrantRange notNamed(Principal principal, Effect effect) {
        List<Grant> listed = listed(principal);
        boolean leftOut = effect == Effect.DENY
                ? namesEveryone(principal) || listed.containsAll(caller.strengths())
                : listed.stream().anyMatch(grant -> grant != Grant.NONE);
        return new GrantRange(Grant.of(!leftOut && !hasIntrinsic(principal)), Grant.of(!leftOut));
    }

    private List<Grant> listed(Principal principal) {
        List<Grant> listed = new ArrayList<>();
        if (principal instanceof Principal.Everyone) {
            listed.add(Grant.DIRECT);
        }
        forEach(principal, (type, entry) -> listed.add(caller.named(type, entry)));
        return listed;
    }

    private static boolean namesEveryone(Principal principal) {
        List<String> everyone = new ArrayList<>();
        forEach(principal, (type, entry) -> {
            if (type == PrincipalType.AWS && entry.equals("*")) {
                everyone.add(entry);
            }
        });
        return principal instanceof Principal.Everyone || !everyone.isEmpty();
    }

    private static boolean hasIntrinsic(Principal principal) {
        return principal instanceof Principal.Identities identities
                && identities.ids().values().stream()
                        .flatMap(ids -> ids.stream())
                        .anyMatch(id -> id.text().isEmpty());
    }

    private static void forEach(Principal principal, BiConsumer<PrincipalType, String> entry) {
        if (principal instanceof Principal.Identities identities) {
            identities
                    .ids()
                    .forEach((type, ids) ->
                            ids.stream().flatMap(id -> id.text().stream()).forEach(text -> entry.accept(type, text)));
        }
    }
}
