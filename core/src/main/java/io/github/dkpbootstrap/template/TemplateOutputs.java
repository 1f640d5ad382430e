// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.template;

import io.github.dkpbootstrap.policy.JsonValue;
import io.github.dkpbootstrap.policy.JsonValue.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The outputs that this library adds to the vendor's template. */
public final class TemplateOutputs {
    /** The name of the output that holds the role's ARN. */
    public static final String ROLE_ARN = "RoleArn";
    /** The name of the output that holds the managed policy's ARN. */
    public static final String POLICY_ARN = "PolicyArn";
    /** The name of the output that holds the instance profile's ARN. */
    public static final String PROFILE_ARN = "InstanceProfileArn";

    private TemplateOutputs() {}

    static JsonValue tree() {
        Map<String, JsonValue> outputs = new LinkedHashMap<>();
        outputs.put(ROLE_ARN, output("The role that creates DKP clusters", getArn(TemplateRenderer.ROLE)));
        outputs.put(
                POLICY_ARN,
                output(
                        "The permissions of the role",
                        new JsonObject(Map.of("Ref", JsonValue.of(TemplateRenderer.POLICY)))));
        outputs.put(PROFILE_ARN, output("Wraps the role for EC2 instances", getArn(TemplateRenderer.PROFILE)));
        return new JsonObject(outputs);
    }

    private static JsonValue output(String description, JsonValue value) {
        Map<String, JsonValue> output = new LinkedHashMap<>();
        output.put("Description", JsonValue.of(description));
        output.put("Value", value);
        return new JsonObject(output);
    }

    private static JsonValue getArn(String logicalId) {
        return new JsonObject(Map.of("Fn::GetAtt", JsonValue.ofStrings(List.of(logicalId, "Arn"))));
    }
}
