// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.template;

import io.github.dkpbootstrap.BootstrapSpec;
import io.github.dkpbootstrap.InvalidBootstrapSpecException;
import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.Intrinsic;
import io.github.dkpbootstrap.policy.JsonValue;
import io.github.dkpbootstrap.policy.JsonValue.JsonArray;
import io.github.dkpbootstrap.policy.JsonValue.JsonObject;
import io.github.dkpbootstrap.policy.OneOrMore;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.PolicyString;
import io.github.dkpbootstrap.policy.Principal;
import io.github.dkpbootstrap.policy.PrincipalType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Renders the {@link Template} of a spec. Pure: equal specs give equal templates. */
public final class TemplateRenderer {
    /** The logical id of the instance profile. */
    public static final String PROFILE = "AWSIAMInstanceProfileDKPBootstrapper";
    /** The logical id of the managed policy. */
    public static final String POLICY = "AWSIAMManagedPolicyDKPBootstrapper";
    /** The logical id of the role. */
    public static final String ROLE = "DKPBootstrapRole";

    private TemplateRenderer() {}

    /**
     * Renders a spec.
     *
     * @throws InvalidBootstrapSpecException if a policy or the template is larger than AWS takes
     */
    public static Template render(BootstrapSpec spec) {
        PolicyDocument trust = trust(spec);
        PolicyDocument permissions = DkpPolicies.permissions();
        Template template = Template.builder()
                .tree(tree(spec, permissions, trust))
                .permissions(permissions)
                .trust(trust)
                .build();
        SizeChecks.check(template, spec);
        return template;
    }

    private static JsonValue tree(BootstrapSpec spec, PolicyDocument permissions, PolicyDocument trust) {
        Map<String, JsonValue> template = new LinkedHashMap<>();
        template.put("AWSTemplateFormatVersion", JsonValue.of("2010-09-09"));
        Map<String, JsonValue> resources = new LinkedHashMap<>();
        resources.put(PROFILE, resource(OwnResource.PROFILE, profile(spec)));
        resources.put(POLICY, resource(OwnResource.POLICY, policy(spec, permissions)));
        resources.put(ROLE, resource(OwnResource.ROLE, role(spec, trust)));
        template.put("Resources", new JsonObject(resources));
        if (spec.outputs() == BootstrapSpec.Outputs.INCLUDED) {
            template.put("Outputs", TemplateOutputs.tree());
        }
        return new JsonObject(template);
    }

    private static Map<String, JsonValue> profile(BootstrapSpec spec) {
        Map<String, JsonValue> properties = new LinkedHashMap<>();
        properties.put("InstanceProfileName", JsonValue.of(spec.instanceProfileName()));
        path(spec).ifPresent(path -> properties.put("Path", path));
        properties.put("Roles", refs(ROLE));
        return properties;
    }

    private static Map<String, JsonValue> policy(BootstrapSpec spec, PolicyDocument permissions) {
        Map<String, JsonValue> properties = new LinkedHashMap<>();
        if (!spec.policyDescription().isEmpty()) {
            properties.put("Description", JsonValue.of(spec.policyDescription()));
        }
        names(properties, "Groups", spec.policyGroups());
        properties.put("ManagedPolicyName", JsonValue.of(spec.policyName()));
        path(spec).ifPresent(path -> properties.put("Path", path));
        properties.put("PolicyDocument", permissions.toJsonValue());
        properties.put("Roles", refs(ROLE));
        names(properties, "Users", spec.policyUsers());
        return properties;
    }

    /** CloudFormation takes no empty list here. */
    private static void names(Map<String, JsonValue> properties, String property, Collection<String> names) {
        if (!names.isEmpty()) {
            properties.put(property, JsonValue.ofStrings(List.copyOf(names)));
        }
    }

    private static Map<String, JsonValue> role(BootstrapSpec spec, PolicyDocument trust) {
        Map<String, JsonValue> properties = new LinkedHashMap<>();
        properties.put("AssumeRolePolicyDocument", trust.toJsonValue());
        path(spec).ifPresent(path -> properties.put("Path", path));
        properties.put("RoleName", JsonValue.of(spec.roleName()));
        return properties;
    }

    /** The vendor's template has no path: a slash is what AWS takes then. */
    private static Optional<JsonValue> path(BootstrapSpec spec) {
        return spec.path().equals("/") ? Optional.empty() : Optional.of(JsonValue.of(spec.path()));
    }

    private static PolicyDocument trust(BootstrapSpec spec) {
        return PolicyDocument.builder()
                .addStatement(s -> s.effect(Effect.ALLOW)
                        .principal(Principal.services(ec2Principal(spec)))
                        .actions("sts:AssumeRole"))
                .addStatement(s -> s.effect(Effect.ALLOW)
                        .principal(Principal.of(PrincipalType.AWS, OneOrMore.one(accountRoot(spec))))
                        .actions("sts:AssumeRole"))
                .build();
    }

    private static String ec2Principal(BootstrapSpec spec) {
        return spec.partition().filter("aws-cn"::equals).isPresent() ? "ec2.amazonaws.com.cn" : "ec2.amazonaws.com";
    }

    private static PolicyString accountRoot(BootstrapSpec spec) {
        String account = spec.accountId().orElse(PseudoParameters.ACCOUNT_ID);
        String partition = spec.partition().orElse(spec.accountId().isPresent() ? "aws" : PseudoParameters.PARTITION);
        String arn = "arn:" + partition + ":iam::" + account + ":root";
        return arn.contains("${") ? Intrinsic.sub(arn) : PolicyString.of(arn);
    }

    private static JsonValue resource(OwnResource own, Map<String, JsonValue> properties) {
        Map<String, JsonValue> resource = new LinkedHashMap<>();
        resource.put("Type", JsonValue.of(own.type()));
        resource.put("Properties", new JsonObject(properties));
        return new JsonObject(resource);
    }

    private static JsonValue refs(String logicalId) {
        return new JsonArray(List.of(new JsonObject(Map.of("Ref", JsonValue.of(logicalId)))));
    }
}
