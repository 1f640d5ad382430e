// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import io.github.dkpbootstrap.policy.OneOrMore;
import io.github.dkpbootstrap.policy.PolicyString;
import io.github.dkpbootstrap.policy.Principal;
import io.github.dkpbootstrap.policy.PrincipalType;
import io.github.dkpbootstrap.policy.analysis.Caller.Kind;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The names of a principal, by type, to be looked up by those of a caller. */
final class PrincipalNames {
    private static final String ANYBODY = "*";

    private final Map<PrincipalType, Set<String>> names = new EnumMap<>(PrincipalType.class);
    private final boolean everyone;
    private final boolean open;

    PrincipalNames(Principal principal) {
        for (PrincipalType type : PrincipalType.values()) {
            names.put(type, Set.of());
        }
        if (principal instanceof Principal.Identities identities) {
            identities.ids().forEach((type, ids) -> names.put(type, texts(ids)));
            open = identities.ids().values().stream().anyMatch(PrincipalNames::hasIntrinsic);
        } else {
            open = false;
        }
        everyone = principal instanceof Principal.Everyone || has(PrincipalType.AWS, ANYBODY);
    }

    /** Returns whether an intrinsic is among the names. */
    boolean isOpen() {
        return open;
    }

    /** Returns whether everyone is named (rule 14c). */
    boolean isEveryone() {
        return everyone;
    }

    /** Returns by which of its names a caller is listed. */
    Listing of(CallerView caller) {
        boolean typed = isListedByType(caller);
        if (!caller.isOfAws()) {
            return new Listing(everyone || typed, false, false);
        }
        String id = caller.id().text();
        boolean byAccount = caller.hasAccount()
                && (has(PrincipalType.AWS, caller.account()) || has(PrincipalType.AWS, caller.rootArn()));
        boolean byId = has(PrincipalType.AWS, id) && !caller.namesAccount(id);
        boolean byRole = caller.caller()
                .roleArn()
                .filter(role -> has(PrincipalType.AWS, role) && !role.equals(id) && !caller.namesAccount(role))
                .isPresent();
        return new Listing(everyone || typed || byId, byRole, byAccount);
    }

    private boolean isListedByType(CallerView caller) {
        String id = caller.id().text();
        return (caller.kind() == Kind.SERVICE && has(PrincipalType.SERVICE, id))
                || (caller.kind() == Kind.FEDERATED && has(PrincipalType.FEDERATED, id))
                || (caller.kind() != Kind.ANONYMOUS && has(PrincipalType.CANONICAL_USER, id));
    }

    private boolean has(PrincipalType type, String name) {
        return names.getOrDefault(type, Set.of()).contains(name);
    }

    private static Set<String> texts(OneOrMore<PolicyString> ids) {
        return ids.stream().flatMap(id -> id.text().stream()).collect(Collectors.toUnmodifiableSet());
    }

    private static boolean hasIntrinsic(OneOrMore<PolicyString> ids) {
        return ids.stream().anyMatch(id -> id.text().isEmpty());
    }

    /** By which names a caller is listed: by its very own or with everyone, by its role, by its account. */
    record Listing(boolean self, boolean role, boolean account) {
        Grade strongest() {
            if (self) {
                return Grade.FULL;
            }
            return role ? Grade.ROLE : account ? Grade.ACCOUNT : Grade.NONE;
        }

        /** Returns whether the caller is listed by all of its names; the root user has no name but the account's. */
        boolean areComplete(CallerView caller) {
            return (self || caller.kind() == Kind.ROOT)
                    && (role || caller.caller().roleArn().isEmpty())
                    && (account || !caller.hasAccount());
        }
    }
}
