// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.drift;

import io.github.dkpbootstrap.AdoptionRefusedException;
import io.github.dkpbootstrap.BootstrapClients;
import io.github.dkpbootstrap.BootstrapSpec;
import io.github.dkpbootstrap.DriftFinding;
import io.github.dkpbootstrap.ResourceNameTakenException;
import io.github.dkpbootstrap.deploy.Adoption;
import io.github.dkpbootstrap.deploy.StackReader;
import io.github.dkpbootstrap.deploy.StackSnapshot;
import io.github.dkpbootstrap.deploy.Survey;
import io.github.dkpbootstrap.template.ImportTemplate;
import io.github.dkpbootstrap.template.TemplateRenderer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudformation.model.ResourceToImport;

/**
 * Finds in IAM what a stack could adopt, and holds it against the spec: an import changes nothing of what it takes in, so that
 * a difference would stay, unseen by every later update.
 */
public final class AdoptionSurvey implements Survey {
    private static final Map<String, String> IDENTIFIERS = Map.of(
            TemplateRenderer.ROLE, "RoleName",
            TemplateRenderer.POLICY, "PolicyArn",
            TemplateRenderer.PROFILE, "InstanceProfileName");

    private final BootstrapSpec spec;
    private final Surroundings where;
    private final StackReader stacks;
    private final IamReader iam;

    private AdoptionSurvey(BootstrapSpec spec, Surroundings where, BootstrapClients clients) {
        this.spec = spec;
        this.where = where;
        this.stacks = StackReader.of(clients, spec.stackName());
        this.iam = new IamReader(clients, spec.stackName());
    }

    /** Returns a survey of what the spec names. */
    public static AdoptionSurvey of(BootstrapSpec spec, Surroundings where, BootstrapClients clients) {
        return new AdoptionSurvey(spec, where, clients);
    }

    /**
     * Returns the import of all that exists.
     *
     * @throws AdoptionRefusedException if nothing exists, or what exists differs from the spec
     * @throws ResourceNameTakenException if it belongs to another stack
     */
    @Override
    public Adoption forNewStack() {
        Map<String, String> existing = existing(IDENTIFIERS.keySet());
        if (existing.isEmpty()) {
            throw new AdoptionRefusedException(
                    "There is nothing to adopt: the role %s, the policy %s and the instance profile %s do not exist. Call deploy() to make them"
                            .formatted(spec.roleName(), spec.policyName(), spec.instanceProfileName()),
                    List.of());
        }
        return adoption(existing, ImportTemplate.ofNewStack(spec, existing.keySet()));
    }

    /**
     * Returns the import of what the stack lacks and exists.
     *
     * @throws AdoptionRefusedException if it differs from the spec
     * @throws ResourceNameTakenException if it belongs to another stack
     */
    @Override
    public Optional<Adoption> forStack(StackSnapshot stack) {
        var resources = stacks.resources(stack.id());
        Set<String> lacking = IDENTIFIERS.keySet().stream()
                .filter(id -> resources.physicalId(id).isEmpty())
                .collect(Collectors.toSet());
        Map<String, String> existing = lacking.isEmpty() ? Map.of() : existing(lacking);
        if (existing.isEmpty()) {
            return Optional.empty();
        }
        return ImportTemplate.into(stacks.template(stack.id()), spec, existing.keySet())
                .map(template -> adoption(existing, template));
    }

    private Adoption adoption(Map<String, String> existing, String template) {
        existing.values().forEach(this::refuseOwned);
        refuseDifferences(AdoptionComparison.of(template, existing, where, iam).differences());
        return new Adoption(
                template,
                existing.entrySet().stream()
                        .map(resource -> toImport(resource.getKey(), resource.getValue()))
                        .toList());
    }

    private Map<String, String> existing(Set<String> logicalIds) {
        Map<String, String> existing = new LinkedHashMap<>();
        if (logicalIds.contains(TemplateRenderer.ROLE)) {
            iam.role(spec.roleName()).ifPresent(role -> existing.put(TemplateRenderer.ROLE, spec.roleName()));
        }
        if (logicalIds.contains(TemplateRenderer.POLICY)) {
            String arn = "arn:%s:iam::%s:policy%s%s"
                    .formatted(where.partition(), where.account(), spec.path(), spec.policyName());
            iam.policy(arn).ifPresent(policy -> existing.put(TemplateRenderer.POLICY, arn));
        }
        if (logicalIds.contains(TemplateRenderer.PROFILE)) {
            iam.profile(spec.instanceProfileName())
                    .ifPresent(profile -> existing.put(TemplateRenderer.PROFILE, spec.instanceProfileName()));
        }
        return existing;
    }

    private void refuseOwned(String physicalId) {
        stacks.ownerOf(physicalId)
                .filter(owner -> !owner.equals(spec.stackName()))
                .ifPresent(owner -> {
                    throw new ResourceNameTakenException(
                            physicalId,
                            owner,
                            null,
                            "%s cannot be adopted: it belongs to the stack %s. Deploy with stackName(\"%s\") if it is a bootstrap stack, or have that stack let it go (DeletionPolicy Retain) first"
                                    .formatted(physicalId, owner, owner));
                });
    }

    private void refuseDifferences(List<DriftFinding> differences) {
        if (!differences.isEmpty()) {
            String told = differences.stream().map(DriftFinding::describe).collect(Collectors.joining("; "));
            throw new AdoptionRefusedException(
                    "What exists differs from the spec, and an import changes nothing of what it takes in: %s. Bring it to the spec, or the spec to it, and call again"
                            .formatted(told),
                    differences);
        }
    }

    private static ResourceToImport toImport(String logicalId, String physicalId) {
        String type = switch (logicalId) {
            case TemplateRenderer.ROLE -> "AWS::IAM::Role";
            case TemplateRenderer.POLICY -> "AWS::IAM::ManagedPolicy";
            default -> "AWS::IAM::InstanceProfile";
        };
        return ResourceToImport.builder()
                .logicalResourceId(logicalId)
                .resourceType(type)
                .resourceIdentifier(Map.of(String.valueOf(IDENTIFIERS.get(logicalId)), physicalId))
                .build();
    }
}
