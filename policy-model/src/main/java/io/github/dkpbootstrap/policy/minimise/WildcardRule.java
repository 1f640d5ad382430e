// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.minimise;

import io.github.dkpbootstrap.policy.ActionPattern;
import io.github.dkpbootstrap.policy.OneOrMore;
import io.github.dkpbootstrap.policy.Statement;
import io.github.dkpbootstrap.policy.catalogue.ActionEntry;
import io.github.dkpbootstrap.policy.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Replaces actions by patterns such as {@code ec2:Describe*} that cover, of the actions of a catalogue, exactly those that
 * the statement names anyway. That is no equality: a pattern also covers what AWS adds later. It is therefore as long as
 * it can be, and never all of a service.
 */
final class WildcardRule implements Rule {
    private static final int MAX_SHOWN = 5;

    private final Catalogue catalogue;

    WildcardRule(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Stream<Rewrite> proposals(List<Part> parts) {
        return parts.stream()
                .filter(part -> part.statement().actions().isPresent())
                .flatMap(this::proposal);
    }

    private Stream<Rewrite> proposal(Part part) {
        Statement statement = part.statement();
        List<ActionPattern> actions = statement.actions().map(OneOrMore::values).orElse(List.of());
        Set<String> covered = covered(actions);
        TreeMap<String, List<ActionPattern>> services = new TreeMap<>();
        actions.stream()
                .filter(this::isKnown)
                .forEach(action -> services.computeIfAbsent(
                                action.service().orElse("").toLowerCase(Locale.ROOT), service -> new ArrayList<>())
                        .add(action));
        List<ActionGroup> groups = new ArrayList<>();
        services.forEach((service, named) -> groups.addAll(ActionGroup.of(named, all(service), covered)));
        return groups.isEmpty() ? Stream.empty() : Stream.of(rewrite(part, actions, groups));
    }

    private static Rewrite rewrite(Part part, List<ActionPattern> actions, List<ActionGroup> groups) {
        List<ActionPattern> changed = new ArrayList<>(actions);
        for (ActionGroup group : groups) {
            int at = changed.indexOf(group.actions().get(0));
            changed.set(at, group.pattern());
            changed.removeAll(group.actions());
        }
        String shown = groups.stream()
                .limit(MAX_SHOWN)
                .map(group -> group.pattern().value().requireText())
                .collect(Collectors.joining(", "));
        String what = "replaced %d actions by %d patterns: %s%s"
                .formatted(
                        groups.stream()
                                .mapToInt(group -> group.actions().size())
                                .sum(),
                        groups.size(),
                        shown,
                        groups.size() > MAX_SHOWN ? ", …" : "");
        Statement smaller =
                part.statement().toBuilder().actions(Lists.shaped(changed)).build();
        return Rewrite.of(Step.Kind.WILDCARD, part, smaller, what);
    }

    private boolean isKnown(ActionPattern action) {
        return catalogue.action(action.value().requireText()).isPresent();
    }

    /** Returns the names of all actions of the catalogue that the patterns cover. */
    private Set<String> covered(List<ActionPattern> actions) {
        return actions.stream()
                .flatMap(action -> catalogue.actionsMatching(action).stream())
                .map(WildcardRule::name)
                .collect(Collectors.toSet());
    }

    private List<String> all(String service) {
        return catalogue.service(service).stream()
                .flatMap(known -> known.actions().stream())
                .map(WildcardRule::name)
                .toList();
    }

    private static String name(ActionEntry action) {
        return action.qualifiedName().toLowerCase(Locale.ROOT);
    }
}
