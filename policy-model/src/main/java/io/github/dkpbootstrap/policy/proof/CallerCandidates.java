// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

import io.github.dkpbootstrap.policy.Arn;
import io.github.dkpbootstrap.policy.PolicyString;
import io.github.dkpbootstrap.policy.Principal;
import io.github.dkpbootstrap.policy.proof.WitnessCaller.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Callers enough that every way to be named by the documents has one: those that are named, strangers of each account that
 * is named, and strangers of another one.
 */
final class CallerCandidates {
    private static final String ASSUMED_ROLE = "assumed-role/";

    private final Set<String> names = new LinkedHashSet<>();
    private final Set<WitnessCaller> callers = new LinkedHashSet<>();

    /** A partition and an account in it. */
    private record Home(String partition, String account) {}

    CallerCandidates(List<Naming> namings) {
        namings.forEach(naming -> {
            if (naming.principal() instanceof Principal.Identities identities) {
                identities.ids().values().stream()
                        .flatMap(ids -> ids.stream())
                        .map(PolicyString::text)
                        .flatMap(Optional::stream)
                        .filter(name -> !name.equals("*"))
                        .forEach(names::add);
            }
        });
    }

    List<WitnessCaller> all() {
        homes().forEach(this::addStrangers);
        names.forEach(name -> callers.add(WitnessCaller.of(Kind.USER, name)));
        names.stream()
                .filter(name -> Arn.tryParse(name).isPresent())
                .forEach(role -> callers.add(WitnessCaller.session(role, fresh(sessionPrefix(role)))));
        names.forEach(this::addSessionsNamed);
        callers.add(WitnessCaller.of(Kind.SERVICE, fresh("")));
        callers.add(WitnessCaller.of(Kind.FEDERATED, fresh("")));
        names.forEach(name -> callers.add(WitnessCaller.of(Kind.SERVICE, name)));
        names.forEach(name -> callers.add(WitnessCaller.of(Kind.FEDERATED, name)));
        callers.add(WitnessCaller.of(Kind.ANONYMOUS, ""));
        return new ArrayList<>(callers);
    }

    private Set<Home> homes() {
        Set<String> partitions = new LinkedHashSet<>(List.of("aws"));
        Set<String> accounts = new LinkedHashSet<>();
        for (String name : names) {
            Optional<Arn> arn = Arn.tryParse(name);
            arn.map(Arn::partition).ifPresent(partitions::add);
            arn.map(Arn::account).filter(account -> !account.isEmpty()).ifPresent(accounts::add);
            if (!name.isEmpty() && name.indexOf(':') < 0) {
                accounts.add(name);
            }
        }
        String stranger = "123456789012";
        while (accounts.contains(stranger)) {
            stranger = Long.toString(Long.parseLong(stranger) + 1);
        }
        accounts.add(stranger);
        Set<Home> homes = new LinkedHashSet<>();
        accounts.forEach(account -> partitions.forEach(partition -> homes.add(new Home(partition, account))));
        return homes;
    }

    private void addStrangers(Home home) {
        String iam = "arn:" + home.partition() + ":iam::" + home.account() + ":";
        callers.add(WitnessCaller.of(Kind.USER, iam + "user/" + fresh(iam + "user/")));
        String role = iam + "role/" + fresh(iam + "role/");
        callers.add(WitnessCaller.session(role, fresh(sessionPrefix(role))));
        if (home.partition().equals("aws")) {
            callers.add(WitnessCaller.of(Kind.ROOT, iam + "root"));
        }
    }

    /** Adds the sessions of this name: those of each role that is named, and of one that is not. */
    private void addSessionsNamed(String name) {
        Optional<Arn> session = Arn.tryParse(name).filter(arn -> arn.resource().startsWith(ASSUMED_ROLE));
        if (session.isEmpty()) {
            return;
        }
        String[] parts =
                session.get().resource().substring(ASSUMED_ROLE.length()).split("/", 2);
        if (parts.length < 2) {
            return;
        }
        String iam =
                "arn:" + session.get().partition() + ":iam::" + session.get().account() + ":role/";
        names.stream()
                .filter(role -> Arn.tryParse(role).isPresent())
                .map(role -> WitnessCaller.session(role, parts[1]))
                .filter(caller -> caller.id().equals(name))
                .forEach(callers::add);
        String path = fresh(iam) + "/";
        callers.add(WitnessCaller.session(iam + path + parts[0], parts[1]));
    }

    private static String sessionPrefix(String role) {
        return WitnessCaller.session(role, "").id();
    }

    /** Returns a text that no name continues with after this prefix. */
    private String fresh(String prefix) {
        String text = "someone";
        while (startsAName(prefix + text)) {
            text += "x";
        }
        return text;
    }

    private boolean startsAName(String text) {
        return names.stream().anyMatch(name -> name.startsWith(text));
    }
}
