// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.iam;

import io.github.dkpbootstrap.testkit.internal.query.Xml;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes entities as IAM's answers hold them. */
final class IamXml {
    private IamXml() {}

    static void role(Xml xml, Role role) {
        entity(xml, role, "Role");
        xml.time("CreateDate", role.created());
        document(xml, "AssumeRolePolicyDocument", role.trust());
        text(xml, "Description", role.description());
        xml.element("MaxSessionDuration", Integer.toString(role.maxSessionSeconds()));
        role.boundary()
                .ifPresent(boundary -> xml.nested(
                        "PermissionsBoundary",
                        nested -> nested.element("PermissionsBoundaryType", "Policy")
                                .element("PermissionsBoundaryArn", boundary.arn())));
        tags(xml, role.tags());
    }

    static void user(Xml xml, User user) {
        entity(xml, user, "User");
        xml.time("CreateDate", user.created());
        tags(xml, user.tags());
    }

    static void group(Xml xml, Group group) {
        entity(xml, group, "Group");
        xml.time("CreateDate", group.created());
    }

    static void profile(Xml xml, InstanceProfile profile) {
        entity(xml, profile, "InstanceProfile");
        xml.time("CreateDate", profile.created());
        List<Role> roles = profile.role().stream().toList();
        xml.list("Roles", roles, IamXml::role);
        tags(xml, profile.tags());
    }

    static void policy(Xml xml, ManagedPolicy policy, IamStore store) {
        entity(xml, policy, "Policy");
        xml.element("DefaultVersionId", policy.defaultVersion().id())
                .element(
                        "AttachmentCount",
                        Integer.toString(store.attachedTo(policy).size()))
                .element(
                        "PermissionsBoundaryUsageCount",
                        Integer.toString(store.boundedBy(policy).size()))
                .element("IsAttachable", "true");
        text(xml, "Description", policy.description());
        xml.time("CreateDate", policy.created()).time("UpdateDate", policy.updated());
        tags(xml, policy.tags());
    }

    static void version(Xml xml, ManagedPolicy policy, ManagedPolicy.Version version) {
        xml.element("VersionId", version.id())
                .element("IsDefaultVersion", Boolean.toString(version.equals(policy.defaultVersion())))
                .time("CreateDate", version.created());
    }

    static void attachment(Xml xml, ManagedPolicy policy) {
        xml.element("PolicyName", policy.name()).element("PolicyArn", policy.arn());
    }

    static void document(Xml xml, String element, Document document) {
        xml.element(element, urlEncode(document.text()));
    }

    static void tags(Xml xml, Map<String, String> tags) {
        if (!tags.isEmpty()) {
            xml.list(
                    "Tags",
                    tags.entrySet(),
                    (member, tag) -> member.element("Key", tag.getKey()).element("Value", tag.getValue()));
        }
    }

    private static void entity(Xml xml, Entity entity, String kind) {
        xml.element("Path", entity.path())
                .element(kind + "Name", entity.name())
                .element(kind + "Id", entity.id())
                .element("Arn", entity.arn());
    }

    private static void text(Xml xml, String element, String text) {
        xml.element(element, Optional.of(text).filter(value -> !value.isEmpty()));
    }

    /** Encodes as RFC 3986 does, which is what IAM documents its answers to hold. */
    private static String urlEncode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
