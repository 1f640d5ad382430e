// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import io.github.dkpbootstrap.policy.ActionPattern;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.catalogue.ActionEntry;
import io.github.dkpbootstrap.policy.catalogue.Catalogue;
import io.github.dkpbootstrap.policy.catalogue.ServiceEntry;
import io.github.dkpbootstrap.policy.proof.KnownAction;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which requests the catalogue knows, to tell counterexamples that can be made from those that cannot. */
final class KnownRequests {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");
    private static final Map<String, String> SAMPLES =
            Map.of("Partition", "aws", "Region", "us-east-1", "Account", "123456789012");
    /** Services that everyone knows, for documents that speak of all. */
    private static final List<String> COMMON = List.of("s3", "ec2", "iam");

    private final Supplier<Catalogue> catalogue;
    /** Kept, as the questions of one comparison ask for the same services again and again. */
    private final Map<String, List<KnownAction>> byService = new ConcurrentHashMap<>();

    KnownRequests(Supplier<Catalogue> catalogue) {
        this.catalogue = catalogue;
    }

    /** Returns the actions of the services that the documents speak of, and of some others. */
    List<KnownAction> actions(PolicyDocument... documents) {
        Set<String> services = new LinkedHashSet<>();
        Stream.of(documents)
                .flatMap(document -> document.statements().stream())
                .flatMap(statement -> Stream.concat(statement.actions().stream(), statement.notActions().stream()))
                .flatMap(list -> list.stream())
                .map(ActionPattern::service)
                .forEach(service -> service.ifPresent(prefix -> services.add(prefix.toLowerCase(Locale.ROOT))));
        services.addAll(COMMON);
        List<KnownAction> known = new ArrayList<>();
        services.forEach(prefix -> known.addAll(byService.computeIfAbsent(prefix, this::ofService)));
        return known;
    }

    private List<KnownAction> ofService(String prefix) {
        return catalogue.get().service(prefix).stream()
                .flatMap(service -> service.actions().stream().map(action -> known(service, action)))
                .toList();
    }

    boolean knows(AccessRequest request) {
        return catalogue
                .get()
                .action(request.action())
                .filter(action -> request.context().keySet().stream()
                        .allMatch(key -> catalogue.get().knows(action, key)))
                .filter(action -> known(
                                catalogue.get().service(action.service()).orElseThrow(), action)
                        .canBeAskedFor(request.resource()))
                .isPresent();
    }

    private static KnownAction known(ServiceEntry service, ActionEntry action) {
        List<String> templates = templates(service, action);
        return new KnownAction(
                action.qualifiedName(),
                templates.stream()
                        .map(template -> PLACEHOLDER.matcher(template).replaceAll("*"))
                        .toList(),
                templates.isEmpty()
                        ? List.of("*")
                        : templates.stream().map(KnownRequests::sample).toList());
    }

    private static List<String> templates(ServiceEntry service, ActionEntry action) {
        return action.resources().stream()
                .flatMap(each -> service.resourceType(each.type()).stream())
                .flatMap(type -> type.arnTemplates().stream())
                .toList();
    }

    private static String sample(String template) {
        return PLACEHOLDER.matcher(template).replaceAll(found -> SAMPLES.getOrDefault(found.group(1), "example"));
    }
}
