// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import io.github.dkpbootstrap.testkit.internal.iam.Entity;
import io.github.dkpbootstrap.testkit.internal.iam.IamStore;
import io.github.dkpbootstrap.testkit.internal.iam.InstanceProfile;
import io.github.dkpbootstrap.testkit.internal.query.Form;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * {@code AWS::IAM::InstanceProfile}.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-instanceprofile.html">
 *     AWS::IAM::InstanceProfile</a>
 */
final class InstanceProfileType implements ResourceType {
    private final IamStore store;

    InstanceProfileType(IamStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "AWS::IAM::InstanceProfile";
    }

    @Override
    public String nameProperty() {
        return "InstanceProfileName";
    }

    @Override
    public int maxName() {
        return 128;
    }

    @Override
    public Set<String> properties() {
        return Set.of("InstanceProfileName", "Path", "Roles");
    }

    @Override
    public Set<String> required() {
        return Set.of("Roles");
    }

    @Override
    public Set<String> createOnly() {
        return Set.of("InstanceProfileName", "Path");
    }

    @Override
    public Set<String> attributes() {
        return Set.of("Arn");
    }

    @Override
    public Set<String> identifiers() {
        return Set.of("InstanceProfileName");
    }

    /** The long time is CloudFormation's own: it waits until EC2 knows the profile. */
    @Override
    public Duration duration() {
        return Duration.ofSeconds(126);
    }

    @Override
    public boolean takesStackTags() {
        return false;
    }

    @Override
    public Optional<String> conflict(String name) {
        return store.profile(name)
                .map(profile -> IamClient.handler(
                        "Resource of type '" + name() + "' with identifier '" + name + "' already exists.",
                        "AlreadyExists"));
    }

    @Override
    public void read(IamClient iam, String name) {
        iam.call("GetInstanceProfile", Form.of("InstanceProfileName", name));
    }

    @Override
    public void create(IamClient iam, String name, Properties properties, Consumer<String> created) {
        iam.call("CreateInstanceProfile", Form.of("InstanceProfileName", name).with("Path", properties.string("Path")));
        created.accept(name);
        roles(iam, name, Properties.NONE, properties);
    }

    @Override
    public void update(IamClient iam, String name, Properties before, Properties after) {
        roles(iam, name, before, after);
    }

    @Override
    public void delete(IamClient iam, String name, Properties properties) {
        Form profile = Form.of("InstanceProfileName", name);
        iam.require("GetInstanceProfile", profile);
        roles(iam, name, properties, Properties.NONE);
        iam.callIfThere("DeleteInstanceProfile", profile);
    }

    @Override
    public Optional<Properties> live(String name) {
        return store.profile(name)
                .map(profile -> new LiveProperties()
                        .text("InstanceProfileName", profile.name())
                        .text("Path", profile.path())
                        .list("Roles", profile.role().stream().map(Entity::name))
                        .properties());
    }

    @Override
    public void requireRead(IamClient iam, String name) {
        iam.require("GetInstanceProfile", Form.of("InstanceProfileName", name));
    }

    @Override
    public Set<String> notCompared() {
        return Set.of();
    }

    @Override
    public Set<String> additionsUnseen() {
        return Set.of();
    }

    @Override
    public Optional<String> attribute(String name, String attribute) {
        return store.profile(name).map(InstanceProfile::arn);
    }

    /** A profile holds one role, so the old one goes out before the new one comes in. */
    private static void roles(IamClient iam, String name, Properties before, Properties after) {
        Form profile = Form.of("InstanceProfileName", name);
        Changes.members(
                after.strings("Roles"),
                before.strings("Roles"),
                role -> iam.callIfThere("RemoveRoleFromInstanceProfile", profile.with("RoleName", role)),
                role -> {});
        Changes.members(
                before.strings("Roles"),
                after.strings("Roles"),
                role -> {
                    iam.require("PassRole", Form.of("RoleName", role));
                    iam.call("AddRoleToInstanceProfile", profile.with("RoleName", role));
                },
                role -> {});
    }
}
