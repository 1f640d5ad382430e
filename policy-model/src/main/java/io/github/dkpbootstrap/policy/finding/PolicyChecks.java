// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding;

import io.github.dkpbootstrap.policy.LocatedPolicy;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.PolicySyntaxException;
import io.github.dkpbootstrap.policy.PolicyTarget;
import io.github.dkpbootstrap.policy.UnknownCheckException;
import io.github.dkpbootstrap.policy.catalogue.Catalogue;
import io.github.dkpbootstrap.policy.finding.check.Check;
import io.github.dkpbootstrap.policy.finding.check.CheckContext;
import io.github.dkpbootstrap.policy.finding.check.DocumentCheck;
import io.github.dkpbootstrap.policy.finding.check.RefusalCheck;
import io.github.dkpbootstrap.policy.finding.check.Registry;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Checks of policies, offline, by the names of IAM Access Analyzer. Immutable and thread-safe.
 *
 * <pre>{@code
 * List<Finding> findings = PolicyChecks.standard()
 *         .without("MISSING_VERSION")
 *         .check(json, PolicyTarget.MANAGED_POLICY);
 * }</pre>
 *
 * <p>Template intrinsics are taken as whatever would be right in their place.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html">Policy check
 *     reference</a>
 */
public final class PolicyChecks {
    private final Map<String, Check> checks;
    private final Supplier<Catalogue> catalogue;

    private PolicyChecks(Map<String, Check> checks, Supplier<Catalogue> catalogue) {
        this.checks = checks;
        this.catalogue = catalogue;
    }

    /** Returns all checks, with the catalogue of this library, which is read when the first check asks for it. */
    public static PolicyChecks standard() {
        Map<String, Check> all = new LinkedHashMap<>();
        Registry.checks().forEach(check -> all.put(check.about().id(), check));
        return new PolicyChecks(all, Catalogue::bundled);
    }

    /**
     * Returns these checks without some.
     *
     * @throws UnknownCheckException if an id is none of a check, whether it is among these or not
     */
    public PolicyChecks without(String... ids) {
        Map<String, Check> left = new LinkedHashMap<>(checks);
        left.keySet().removeAll(known(ids));
        return new PolicyChecks(left, catalogue);
    }

    /**
     * Returns some of these checks only.
     *
     * @throws UnknownCheckException if an id is none of a check, whether it is among these or not
     */
    public PolicyChecks only(String... ids) {
        Map<String, Check> left = new LinkedHashMap<>(checks);
        left.keySet().retainAll(known(ids));
        return new PolicyChecks(left, catalogue);
    }

    /** Returns these checks with another catalogue of actions, resource types and condition keys. */
    public PolicyChecks using(Catalogue other) {
        return new PolicyChecks(checks, () -> other);
    }

    /** Returns what these checks look for, by severity and id. */
    public List<PolicyCheck> checks() {
        return checks.values().stream().map(Check::about).collect(Collectors.toUnmodifiableList());
    }

    /** Returns what these checks find in a document, in its order. Findings at one place stand by severity, then id. */
    public List<Finding> check(PolicyDocument document, PolicyTarget target) {
        return run(CheckContext.of(document, target, catalogue), DocumentPlaces.of(document));
    }

    /**
     * Returns what these checks find in a text, in its order, with lines and columns. A text that cannot be read has one
     * finding, which says why; its other parts are not looked at.
     *
     * @throws PolicySyntaxException if the text cannot be read and the check that would say so is not among these: a text
     *     that was not read never looks like one without findings
     */
    public List<Finding> check(String json, PolicyTarget target) {
        LocatedPolicy policy;
        try {
            policy = LocatedPolicy.parse(json);
        } catch (PolicySyntaxException e) {
            return List.of(refusal(e));
        }
        return run(CheckContext.of(policy.document(), target, catalogue), DocumentPlaces.of(policy));
    }

    private List<Finding> run(CheckContext context, DocumentPlaces places) {
        return checks.values().stream()
                .filter(DocumentCheck.class::isInstance)
                .flatMap(check -> ((DocumentCheck) check).findings(context).stream())
                .map(places::locate)
                .sorted(places.order())
                .collect(Collectors.toUnmodifiableList());
    }

    private Finding refusal(PolicySyntaxException refused) {
        return checks.values().stream()
                .filter(check -> check instanceof RefusalCheck refusal && refusal.names(refused))
                .findFirst()
                .map(check -> ((RefusalCheck) check).finding(refused))
                .orElseThrow(() -> refused);
    }

    private static Set<String> known(String... ids) {
        Set<String> all = standard().checks.keySet();
        Arrays.stream(ids).filter(id -> !all.contains(id)).findFirst().ifPresent(id -> {
            throw new UnknownCheckException(
                    "There is no check '%s': did you mean %s?".formatted(id, String.join(", ", NearIds.of(id, all))));
        });
        return new LinkedHashSet<>(Arrays.asList(ids));
    }
}
