// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.template;

import java.util.stream.Stream;

/**
 * The three resources of a bootstrap stack.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/import-resources-supported-resources.html">
 *     Resources that can be imported, and their identifiers</a>
 */
public enum OwnResource {
    /** The role. */
    ROLE(TemplateRenderer.ROLE, "role", "AWS::IAM::Role", "RoleName"),
    /** The managed policy. */
    POLICY(TemplateRenderer.POLICY, "policy", "AWS::IAM::ManagedPolicy", "PolicyArn"),
    /** The instance profile. */
    PROFILE(TemplateRenderer.PROFILE, "instance profile", "AWS::IAM::InstanceProfile", "InstanceProfileName");

    private final String logicalId;
    private final String title;
    private final String type;
    private final String identifier;

    OwnResource(String logicalId, String title, String type, String identifier) {
        this.logicalId = logicalId;
        this.title = title;
        this.type = type;
        this.identifier = identifier;
    }

    /** Returns its name in the template. */
    public String logicalId() {
        return logicalId;
    }

    /** Returns what it is, for people. */
    public String title() {
        return title;
    }

    /** Returns its type in CloudFormation. */
    public String type() {
        return type;
    }

    /** Returns the property by which CloudFormation tells it from others of its type. */
    public String identifier() {
        return identifier;
    }

    /**
     * Returns the resource of that name in the template.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static OwnResource of(String logicalId) {
        return Stream.of(values())
                .filter(resource -> resource.logicalId.equals(logicalId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("A bootstrap stack has no " + logicalId));
    }
}
