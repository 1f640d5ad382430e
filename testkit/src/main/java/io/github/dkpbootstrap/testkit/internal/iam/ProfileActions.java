// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.iam;

import io.github.dkpbootstrap.testkit.internal.query.Call;
import io.github.dkpbootstrap.testkit.internal.query.QueryService;
import io.github.dkpbootstrap.testkit.internal.query.Xml;
import java.util.List;
import java.util.Optional;

/** The actions on instance profiles. */
final class ProfileActions {
    private static final int MAX_NAME = 128;

    private final IamStore store;

    ProfileActions(IamStore store) {
        this.store = store;
    }

    void register(QueryService iam) {
        iam.answer("CreateInstanceProfile", this::create)
                .answer(
                        "GetInstanceProfile",
                        (call, xml) -> xml.nested("InstanceProfile", element -> IamXml.profile(element, profile(call))))
                .answer(
                        "ListInstanceProfiles",
                        (call, xml) -> Pages.write(
                                call, xml, "InstanceProfiles", List.copyOf(store.profiles()), IamXml::profile))
                .answer("ListInstanceProfilesForRole", this::listForRole)
                .act("AddRoleToInstanceProfile", this::addRole)
                .act("RemoveRoleFromInstanceProfile", this::removeRole)
                .act("DeleteInstanceProfile", this::delete);
    }

    private InstanceProfile profile(Call call) {
        return store.requireProfile(call.form().require("InstanceProfileName"));
    }

    private void create(Call call, Xml xml) {
        String name = IamRules.name(call.form(), "InstanceProfileName", MAX_NAME);
        if (store.profile(name).isPresent()) {
            throw IamStore.alreadyExists("Instance Profile " + name + " already exists.");
        }
        InstanceProfile profile =
                new InstanceProfile(store.origin("instance-profile", "AIPA", IamRules.path(call.form()), name));
        profile.tags().putAll(call.form().tags());
        store.add(profile);
        xml.nested("InstanceProfile", element -> IamXml.profile(element, profile));
    }

    private void listForRole(Call call, Xml xml) {
        Role role = store.requireRole(call.form().require("RoleName"));
        List<InstanceProfile> profiles = store.profiles().stream()
                .filter(profile -> profile.role().equals(Optional.of(role)))
                .toList();
        Pages.write(call, xml, "InstanceProfiles", profiles, IamXml::profile);
    }

    private void addRole(Call call) {
        InstanceProfile profile = profile(call);
        Role role = store.requireRole(call.form().require("RoleName"));
        if (profile.role().isPresent()) {
            throw IamStore.limitExceeded("Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1");
        }
        profile.setRole(Optional.of(role));
    }

    private void removeRole(Call call) {
        InstanceProfile profile = profile(call);
        String name = call.form().require("RoleName");
        if (profile.role().filter(role -> role.name().equals(name)).isEmpty()) {
            throw IamStore.noSuchEntity("The role with name " + name + " cannot be found.");
        }
        profile.setRole(Optional.empty());
    }

    private void delete(Call call) {
        InstanceProfile profile = profile(call);
        if (profile.role().isPresent()) {
            throw IamStore.deleteConflict("Cannot delete entity, must remove roles from instance profile first.");
        }
        store.remove(profile);
    }
}
