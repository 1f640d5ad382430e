// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

import io.github.dkpbootstrap.policy.Arn;
import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.PolicyString;
import io.github.dkpbootstrap.policy.Principal;
import io.github.dkpbootstrap.policy.PrincipalType;
import io.github.dkpbootstrap.policy.proof.WitnessCaller.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How strongly a {@code Principal} or {@code NotPrincipal} names a caller (rules 14 and 15), as far as its text is known. */
record Naming(Principal principal, Optional<Effect> notFor) {
    static Naming of(Principal principal) {
        return new Naming(principal, Optional.empty());
    }

    /** Returns the naming of a {@code NotPrincipal}, which counts differently for an allow and a deny. */
    static Naming ofNot(Principal principal, Effect effect) {
        return new Naming(principal, Optional.of(effect));
    }

    /** Returns whether an intrinsic leaves it open who is named. */
    boolean isOpen() {
        return principal instanceof Principal.Identities identities
                && identities.ids().values().stream()
                        .flatMap(ids -> ids.stream())
                        .anyMatch(id -> id.text().isEmpty());
    }

    /** Returns every strength that can be meant: one, but for intrinsics. */
    Set<Strength> strengths(WitnessCaller caller) {
        List<Strength> listed = listed(caller);
        if (notFor.isEmpty()) {
            Strength surely = listed.stream().max(Strength::compareTo).orElse(Strength.NONE);
            return isOpen() ? EnumSet.range(surely, Strength.DIRECT) : EnumSet.of(surely);
        }
        boolean leftOut = notFor.get() == Effect.DENY
                ? namesEveryone() || listed.containsAll(ownNames(caller))
                : listed.stream().anyMatch(strength -> strength != Strength.NONE);
        if (leftOut) {
            return EnumSet.of(Strength.NONE);
        }
        return isOpen() ? EnumSet.of(Strength.NONE, Strength.DIRECT) : EnumSet.of(Strength.DIRECT);
    }

    private List<Strength> listed(WitnessCaller caller) {
        List<Strength> listed = new ArrayList<>();
        if (principal instanceof Principal.Identities identities) {
            identities
                    .ids()
                    .forEach((type, ids) -> ids.stream()
                            .map(PolicyString::text)
                            .flatMap(Optional::stream)
                            .forEach(entry -> listed.add(strength(type, entry, caller))));
        } else {
            listed.add(Strength.DIRECT);
        }
        return listed;
    }

    private boolean namesEveryone() {
        return !(principal instanceof Principal.Identities identities)
                || Optional.ofNullable(identities.ids().get(PrincipalType.AWS)).stream()
                        .flatMap(ids -> ids.stream())
                        .anyMatch(id -> id.text().equals(Optional.of("*")));
    }

    private static List<Strength> ownNames(WitnessCaller caller) {
        List<Strength> names = new ArrayList<>();
        if (caller.kind() != Kind.ROOT) {
            names.add(Strength.DIRECT);
        }
        if (caller.roleArn().isPresent()) {
            names.add(Strength.ROLE);
        }
        if (caller.arn().isPresent()) {
            names.add(Strength.ACCOUNT);
        }
        return names;
    }

    private static Strength strength(PrincipalType type, String entry, WitnessCaller caller) {
        boolean isId = entry.equals(caller.id());
        return switch (type) {
            case AWS -> strengthOfAws(entry, caller);
            case SERVICE -> direct(isId && caller.kind() == Kind.SERVICE);
            case FEDERATED -> direct(isId && caller.kind() == Kind.FEDERATED);
            case CANONICAL_USER -> direct(isId && caller.kind() != Kind.ANONYMOUS);
        };
    }

    private static Strength strengthOfAws(String entry, WitnessCaller caller) {
        if (entry.equals("*")) {
            return Strength.DIRECT;
        }
        if (!caller.isOfAws()) {
            return Strength.NONE;
        }
        Optional<Arn> own = caller.arn();
        if (own.isPresent() && (entry.equals(own.get().account()) || entry.equals(root(own.get())))) {
            return Strength.ACCOUNT;
        }
        if (entry.equals(caller.id())) {
            return Strength.DIRECT;
        }
        return caller.roleArn().equals(Optional.of(entry)) ? Strength.ROLE : Strength.NONE;
    }

    private static String root(Arn own) {
        return "arn:" + own.partition() + ":iam::" + own.account() + ":root";
    }

    private static Strength direct(boolean named) {
        return named ? Strength.DIRECT : Strength.NONE;
    }
}
