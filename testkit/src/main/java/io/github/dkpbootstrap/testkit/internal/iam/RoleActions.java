// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.iam;

import io.github.dkpbootstrap.testkit.internal.query.Call;
import io.github.dkpbootstrap.testkit.internal.query.Form;
import io.github.dkpbootstrap.testkit.internal.query.QueryService;
import io.github.dkpbootstrap.testkit.internal.query.ServiceError;
import io.github.dkpbootstrap.testkit.internal.query.Xml;
import java.util.List;
import java.util.Optional;

/** The actions on roles. */
final class RoleActions {
    private static final int MAX_NAME = 64;

    private final IamStore store;
    private final IamRules rules;

    RoleActions(IamStore store) {
        this.store = store;
        this.rules = new IamRules(store);
    }

    void register(QueryService iam) {
        iam.answer("CreateRole", this::create)
                .answer("GetRole", (call, xml) -> xml.nested("Role", role -> IamXml.role(role, role(call))))
                .answer("ListRoles", this::list)
                .answer("ListRoleTags", (call, xml) -> {
                    xml.element("IsTruncated", "false");
                    IamXml.tags(xml, role(call).tags());
                })
                .answer("UpdateRole", (call, xml) -> update(call.form(), changeable(call)))
                .act("UpdateAssumeRolePolicy", this::updateTrust)
                .act(
                        "TagRole",
                        call -> changeable(call).tags().putAll(call.form().tags()))
                .act(
                        "UntagRole",
                        call -> call.form()
                                .list("TagKeys")
                                .forEach(changeable(call).tags()::remove))
                .act(
                        "PutRolePermissionsBoundary",
                        call -> changeable(call)
                                .setBoundary(Optional.of(
                                        store.requirePolicy(call.form().require("PermissionsBoundary")))))
                .act("DeleteRolePermissionsBoundary", call -> changeable(call).setBoundary(Optional.empty()))
                .act("DeleteRole", this::delete);
    }

    private Role role(Call call) {
        return store.requireRole(call.form().require("RoleName"));
    }

    private Role changeable(Call call) {
        return refuseServiceLinked(role(call));
    }

    static Role refuseServiceLinked(Role role) {
        if (role.serviceLinked()) {
            throw ServiceError.of(
                    "UnmodifiableEntity",
                    400,
                    "Cannot perform the operation on the protected role '" + role.name()
                            + "' - this role is only modifiable by AWS");
        }
        return role;
    }

    private void create(Call call, Xml xml) {
        Form form = call.form();
        String name = IamRules.name(form, "RoleName", MAX_NAME);
        String path = IamRules.path(form);
        Document trust = rules.trust(form.require("AssumeRolePolicyDocument"));
        if (store.role(name).isPresent()) {
            throw IamStore.alreadyExists("Role with name " + name + " already exists.");
        }
        Role role = new Role(store.origin("role", "AROA", path, name), trust);
        update(form, role);
        form.find("PermissionsBoundary").ifPresent(arn -> role.setBoundary(Optional.of(store.requirePolicy(arn))));
        role.tags().putAll(form.tags());
        store.add(role);
        xml.nested("Role", element -> IamXml.role(element, role));
    }

    private void update(Form form, Role role) {
        int seconds = form.integer("MaxSessionDuration").orElse(Role.DEFAULT_MAX_SESSION_SECONDS);
        if (seconds < 3600) {
            throw ServiceError.constraint(
                    "maxSessionDuration", "'" + seconds + "'", "Member must have value greater than or equal to 3600");
        }
        if (seconds > 43_200) {
            throw ServiceError.constraint(
                    "maxSessionDuration", "'" + seconds + "'", "Member must have value less than or equal to 43200");
        }
        form.find("Description").ifPresent(role::setDescription);
        role.setMaxSessionSeconds(seconds);
    }

    private void updateTrust(Call call) {
        Role role = changeable(call);
        role.setTrust(rules.trust(call.form().require("PolicyDocument")));
    }

    private void delete(Call call) {
        Role role = changeable(call);
        if (!role.attached().isEmpty()) {
            throw IamStore.deleteConflict("Cannot delete entity, must detach all policies first.");
        }
        if (!role.inline().isEmpty()) {
            throw IamStore.deleteConflict("Cannot delete entity, must delete policies first.");
        }
        if (store.profiles().stream().anyMatch(profile -> profile.role().equals(Optional.of(role)))) {
            throw IamStore.deleteConflict("Cannot delete entity, must remove roles from instance profile first.");
        }
        store.remove(role);
    }

    private void list(Call call, Xml xml) {
        String prefix = call.form().find("PathPrefix").orElse("/");
        List<Role> roles = store.roles().stream()
                .filter(role -> role.path().startsWith(prefix))
                .toList();
        Pages.write(call, xml, "Roles", roles, IamXml::role);
    }
}
