// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.iam;

import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.testkit.internal.query.Call;
import io.github.dkpbootstrap.testkit.internal.query.QueryService;
import io.github.dkpbootstrap.testkit.internal.query.ServiceError;
import io.github.dkpbootstrap.testkit.internal.query.Xml;
import java.util.Map;

/**
 * Roles that services own.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html">Service-linked
 *     roles</a>
 */
public final class ServiceLinkedRoles {
    private static final Map<String, String> NAMES = Map.of(
            "autoscaling.amazonaws.com", "AWSServiceRoleForAutoScaling",
            "elasticloadbalancing.amazonaws.com", "AWSServiceRoleForElasticLoadBalancing",
            "spot.amazonaws.com", "AWSServiceRoleForEC2Spot",
            "spotfleet.amazonaws.com", "AWSServiceRoleForEC2SpotFleet",
            "ecs.amazonaws.com", "AWSServiceRoleForECS",
            "eks.amazonaws.com", "AWSServiceRoleForAmazonEKS",
            "eks-nodegroup.amazonaws.com", "AWSServiceRoleForAmazonEKSNodegroup",
            "rds.amazonaws.com", "AWSServiceRoleForRDS");
    private static final String TRUST = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
            + "\"Principal\":{\"Service\":\"%s\"},\"Action\":\"sts:AssumeRole\"}]}";

    private final IamStore store;

    ServiceLinkedRoles(IamStore store) {
        this.store = store;
    }

    /** Returns the name of the role of a service; for one that is not known, {@code AWSServiceRoleFor} and its name. */
    public static String roleName(String service) {
        return NAMES.getOrDefault(service, "AWSServiceRoleFor" + service.replaceFirst("\\..*", ""));
    }

    /** Returns the resource part of the ARN of the role of a service. */
    public static String resource(String service) {
        return "role/aws-service-role/" + service + "/" + roleName(service);
    }

    void register(QueryService iam) {
        iam.answer("CreateServiceLinkedRole", this::create);
    }

    private void create(Call call, Xml xml) {
        String service = call.form().require("AWSServiceName");
        if (!NAMES.containsKey(service)) {
            throw ServiceError.of("InvalidInput", 400, "Service-linked role for " + service + " is not known here.");
        }
        String name = roleName(service);
        if (store.role(name).isPresent()) {
            throw ServiceError.of(
                    "InvalidInput",
                    400,
                    "Service role name " + name + " has been taken in this account, please try a different suffix.");
        }
        String trust = TRUST.formatted(service);
        Role role = new Role(
                store.origin("role", "AROA", "/aws-service-role/" + service + "/", name),
                new Document(trust, PolicyDocument.parse(trust)));
        call.form().find("Description").ifPresent(role::setDescription);
        store.add(role);
        xml.nested("Role", element -> IamXml.role(element, role));
    }
}
