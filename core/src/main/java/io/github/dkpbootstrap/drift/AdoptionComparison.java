// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.drift;

import io.github.dkpbootstrap.BootstrapSpec;
import io.github.dkpbootstrap.DriftFinding;
import io.github.dkpbootstrap.iam.IamReader;
import io.github.dkpbootstrap.policy.JsonValue.JsonObject;
import io.github.dkpbootstrap.template.DeployedTemplate;
import io.github.dkpbootstrap.template.TemplateRenderer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares what exists with the template of an import. Where the template says nothing, all is welcome but a path. */
final class AdoptionComparison {
    private static final Logger LOG = LoggerFactory.getLogger(AdoptionComparison.class);
    private static final Set<DriftFinding.Kind> REFUSED =
            Set.of(DriftFinding.Kind.MODIFIED, DriftFinding.Kind.MISSING_ATTACHMENT);

    private final ExpectedStack expected;
    private final IamReader iam;

    private AdoptionComparison(ExpectedStack expected, IamReader iam) {
        this.expected = expected;
        this.iam = iam;
    }

    /**
     * Returns a comparison of the resources that exist, given by name or ARN.
     *
     * @param others what the stack has already, by name or ARN
     */
    static AdoptionComparison of(
            String template,
            Map<String, String> existing,
            Map<String, String> others,
            AccountContext where,
            IamReader iam) {
        DeployedTemplate deployed = DeployedTemplate.read(template);
        Map<String, String> names = new HashMap<>(others);
        names.putAll(existing);
        names.put("AWS::AccountId", where.account());
        names.put("AWS::Partition", where.partition());
        names.put("AWS::URLSuffix", where.urlSuffix());
        Resolution resolution = new Resolution(names);
        return new AdoptionComparison(
                new ExpectedStack(
                        resource(TemplateRenderer.ROLE, deployed, existing, resolution),
                        resource(TemplateRenderer.POLICY, deployed, existing, resolution),
                        resource(TemplateRenderer.PROFILE, deployed, existing, resolution),
                        Map.of(),
                        where),
                iam);
    }

    /** Returns what speaks against the import; what the spec does not attach either stays others' and is only logged. */
    List<DriftFinding> differences(Reads reads, BootstrapSpec spec) {
        List<DriftFinding> all = new OwnComparison(expected, iam, reads)
                .differences().stream().map(Difference::finding).toList();
        all.stream()
                .filter(finding -> !isRefused(finding) && !isAttachedBy(spec, finding))
                .forEach(finding -> LOG.warn("Adopted as it is: {}", finding.describe()));
        return all.stream().filter(this::isRefused).toList();
    }

    /** The import leaves out what the deployment after it will say: see the template of imports. */
    private static boolean isAttachedBy(BootstrapSpec spec, DriftFinding finding) {
        String name = finding.actual().orElse("");
        return finding.logicalId().equals(TemplateRenderer.POLICY)
                && ((finding.property().equals("/Users") && spec.policyUsers().contains(name))
                        || (finding.property().equals("/Groups")
                                && spec.policyGroups().contains(name)));
    }

    private boolean isRefused(DriftFinding finding) {
        return (REFUSED.contains(finding.kind()) && isStated(finding)) || holdsAnotherRole(finding);
    }

    /** An instance profile holds one role, so that the stack's would find no place in it. */
    private static boolean holdsAnotherRole(DriftFinding finding) {
        return finding.kind() == DriftFinding.Kind.EXTRA_ATTACHMENT
                && finding.logicalId().equals(TemplateRenderer.PROFILE);
    }

    private boolean isStated(DriftFinding finding) {
        String property = finding.property().split("/", -1)[1];
        return property.equals("Path") || stated(finding.logicalId()).members().containsKey(property);
    }

    private JsonObject stated(String logicalId) {
        return switch (logicalId) {
            case TemplateRenderer.ROLE -> expected.role().properties();
            case TemplateRenderer.POLICY -> expected.policy().properties();
            default -> expected.profile().properties();
        };
    }

    private static ExpectedResource resource(
            String logicalId, DeployedTemplate template, Map<String, String> existing, Resolution resolution) {
        Optional<String> id = Optional.ofNullable(existing.get(logicalId));
        return new ExpectedResource(
                logicalId,
                id,
                id.isPresent(),
                id.isPresent(),
                template.properties(logicalId).orElseGet(() -> new JsonObject(Map.of())),
                resolution);
    }
}
