// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.drift;

import io.github.dkpbootstrap.AdoptionRefusedException;
import io.github.dkpbootstrap.BootstrapClients;
import io.github.dkpbootstrap.BootstrapSpec;
import io.github.dkpbootstrap.DriftFinding;
import io.github.dkpbootstrap.ResourceNameTakenException;
import io.github.dkpbootstrap.deploy.Adoption;
import io.github.dkpbootstrap.deploy.RegionSearch;
import io.github.dkpbootstrap.deploy.StackReader;
import io.github.dkpbootstrap.deploy.StackResources;
import io.github.dkpbootstrap.deploy.StackSnapshot;
import io.github.dkpbootstrap.deploy.Survey;
import io.github.dkpbootstrap.iam.IamReader;
import io.github.dkpbootstrap.template.ImportTemplate;
import io.github.dkpbootstrap.template.OwnResource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.ResourceToImport;

/**
 * Finds in IAM what a stack could adopt, and holds it against the spec: an import changes nothing of what it takes in, so that
 * a difference would stay, unseen by every later update.
 */
public final class AdoptionSurvey implements Survey {
    private final BootstrapSpec spec;
    private final AccountContext where;
    private final StackReader stacks;
    private final IamReader iam;
    private final NameLookup names;
    private final RegionSearch regions;

    private AdoptionSurvey(BootstrapSpec spec, AccountContext where, BootstrapClients clients) {
        this.spec = spec;
        this.where = where;
        this.stacks = StackReader.of(clients, spec.stackName());
        this.iam = new IamReader(clients, spec.stackName());
        this.names = NameLookup.of(spec, where, clients);
        this.regions = RegionSearch.of(clients);
    }

    /** Returns a survey of what the spec names. */
    public static AdoptionSurvey of(BootstrapSpec spec, AccountContext where, BootstrapClients clients) {
        return new AdoptionSurvey(spec, where, clients);
    }

    /**
     * Returns the import of all that exists.
     *
     * @throws AdoptionRefusedException if nothing exists, what exists differs from the spec, or may not be read
     * @throws ResourceNameTakenException if it belongs to another stack
     */
    @Override
    public Adoption forNewStack() {
        Reads reads = new Reads();
        Map<String, String> existing = existing(Set.of(OwnResource.values()), reads);
        if (existing.isEmpty()) {
            throw new AdoptionRefusedException(
                    "There is nothing to adopt: the role %s, the policy %s and the instance profile %s do not exist. Call deploy() to make them"
                            .formatted(spec.roleName(), spec.policyName(), spec.instanceProfileName()),
                    List.of());
        }
        return adoption(existing, Map.of(), ImportTemplate.ofNewStack(spec, existing.keySet()), reads);
    }

    /**
     * Returns the import of what the stack lacks and exists.
     *
     * @throws AdoptionRefusedException if it differs from the spec or may not be read, or the stack's template cannot be
     * @throws ResourceNameTakenException if it belongs to another stack
     */
    @Override
    public Optional<Adoption> forStack(StackSnapshot stack, String template) {
        StackResources resources = stacks.resources(stack.id());
        Map<String, String> held = new HashMap<>();
        resources
                .owned()
                .forEach(resource -> resource.physicalId().ifPresent(id -> held.put(resource.logicalId(), id)));
        Set<OwnResource> lacking = Stream.of(OwnResource.values())
                .filter(resource -> !held.containsKey(resource.logicalId()))
                .collect(Collectors.toSet());
        Reads reads = new Reads();
        Map<String, String> existing = existing(lacking, reads);
        if (existing.isEmpty()) {
            return Optional.empty();
        }
        String imports = ImportTemplate.into(template, spec, existing.keySet())
                .orElseThrow(() -> new AdoptionRefusedException(
                        "The template of stack %s cannot be read, so that nothing can be added to it. Deploy under another stackName"
                                .formatted(stack.id()),
                        List.of()));
        return Optional.of(adoption(existing, held, imports, reads));
    }

    private Adoption adoption(Map<String, String> existing, Map<String, String> held, String template, Reads reads) {
        existing.forEach((logicalId, physicalId) -> refuseOwned(OwnResource.of(logicalId), physicalId, reads));
        List<DriftFinding> differences =
                AdoptionComparison.of(template, existing, held, where, iam).differences(reads, spec);
        refuseUnseen(reads);
        refuseDifferences(differences);
        return new Adoption(
                template,
                existing.entrySet().stream()
                        .map(resource -> toImport(OwnResource.of(resource.getKey()), resource.getValue()))
                        .toList());
    }

    private Map<String, String> existing(Set<OwnResource> wanted, Reads reads) {
        Map<String, String> existing = new LinkedHashMap<>();
        wanted.stream()
                .sorted()
                .forEach(resource -> reads.of(
                                "the %s %s".formatted(resource.title(), names.name(resource)),
                                names.actions(resource),
                                () -> names.find(resource))
                        .flatMap(Function.identity())
                        .ifPresent(id -> existing.put(resource.logicalId(), id)));
        refuseUnseen(reads);
        return existing;
    }

    private void refuseOwned(OwnResource resource, String physicalId, Reads reads) {
        Optional<String> owner = reads.of(
                        "which stack owns " + physicalId,
                        "cloudformation:DescribeStackResources",
                        () -> stacks.ownerOf(physicalId, resource.type()))
                .flatMap(Function.identity());
        if (owner.isPresent()) {
            owner.filter(name -> !name.equals(spec.stackName())).ifPresent(name -> {
                throw taken(physicalId, name, null, "");
            });
            return;
        }
        regions.ownerOf(physicalId, resource.type()).ifPresent(found -> {
            String region = found.region().id();
            throw taken(physicalId, found.stackName(), region, " in the Region " + region + ", for IAM is global");
        });
    }

    private static ResourceNameTakenException taken(
            String physicalId, String owner, @Nullable String region, String there) {
        return new ResourceNameTakenException(
                physicalId,
                owner,
                region,
                "%s cannot be adopted: it belongs to the stack %s%s. Deploy%s with stackName(\"%s\") if it is a bootstrap stack, or have that stack let it go (DeletionPolicy Retain) first"
                        .formatted(physicalId, owner, there, there.isEmpty() ? "" : " there", owner));
    }

    /** What nobody has seen could be anything, and would belong to the stack for good. */
    private static void refuseUnseen(Reads reads) {
        if (!reads.denied().isEmpty()) {
            throw new AdoptionRefusedException(
                    "What would be adopted may not be read, and an import changes nothing of what it takes in: %s. Give the caller the permissions, then call again"
                            .formatted(String.join("; ", reads.denied())),
                    List.of());
        }
    }

    private static void refuseDifferences(List<DriftFinding> differences) {
        if (!differences.isEmpty()) {
            String told = differences.stream().map(DriftFinding::describe).collect(Collectors.joining("; "));
            String path = differences.stream()
                    .filter(difference -> difference.property().equals("/Path"))
                    .flatMap(difference -> difference.actual().stream())
                    .findFirst()
                    .map(" (path(\"%s\") for that path)"::formatted)
                    .orElse("");
            throw new AdoptionRefusedException(
                    "What exists differs from the spec, and an import changes nothing of what it takes in: %s. Bring it to the spec, or the spec to it%s, and call again"
                            .formatted(told, path),
                    differences);
        }
    }

    private static ResourceToImport toImport(OwnResource resource, String physicalId) {
        return ResourceToImport.builder()
                .logicalResourceId(resource.logicalId())
                .resourceType(resource.type())
                .resourceIdentifier(Map.of(resource.identifier(), physicalId))
                .build();
    }
}
