// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.iam;

import io.github.dkpbootstrap.testkit.internal.query.Call;
import io.github.dkpbootstrap.testkit.internal.query.QueryService;
import io.github.dkpbootstrap.testkit.internal.query.Xml;
import java.util.List;

/** The actions on groups and their members. */
final class GroupActions {
    static final int MAX_GROUPS_OF_USER = 10;

    private static final int MAX_NAME = 128;

    private final IamStore store;

    GroupActions(IamStore store) {
        this.store = store;
    }

    void register(QueryService iam) {
        iam.answer("CreateGroup", this::create)
                .answer("GetGroup", (call, xml) -> {
                    xml.nested("Group", element -> IamXml.group(element, group(call)));
                    Pages.write(call, xml, "Users", store.members(group(call)), IamXml::user);
                })
                .answer("ListGroups", this::list)
                .answer(
                        "ListGroupsForUser",
                        (call, xml) -> Pages.write(
                                call, xml, "Groups", List.copyOf(user(call).groups()), IamXml::group))
                .act("AddUserToGroup", this::addMember)
                .act("RemoveUserFromGroup", this::removeMember)
                .act("DeleteGroup", this::delete);
    }

    private Group group(Call call) {
        return store.requireGroup(call.form().require("GroupName"));
    }

    private User user(Call call) {
        return store.requireUser(call.form().require("UserName"));
    }

    private void addMember(Call call) {
        Group group = group(call);
        User user = user(call);
        if (!user.groups().contains(group) && user.groups().size() >= MAX_GROUPS_OF_USER) {
            throw IamStore.limitExceeded("Cannot exceed quota for GroupsPerUser: " + MAX_GROUPS_OF_USER);
        }
        user.groups().add(group);
    }

    private void removeMember(Call call) {
        Group group = group(call);
        User user = user(call);
        if (!user.groups().remove(group)) {
            throw IamStore.noSuchEntity("User " + user.name() + " is not in group " + group.name() + ".");
        }
    }

    private void create(Call call, Xml xml) {
        String name = IamRules.name(call.form(), "GroupName", MAX_NAME);
        if (store.group(name).isPresent()) {
            throw IamStore.alreadyExists("Group with name " + name + " already exists.");
        }
        Group group = new Group(store.origin("group", "AGPA", IamRules.path(call.form()), name));
        store.add(group);
        xml.nested("Group", element -> IamXml.group(element, group));
    }

    private void list(Call call, Xml xml) {
        String prefix = call.form().find("PathPrefix").orElse("/");
        List<Group> groups = store.groups().stream()
                .filter(group -> group.path().startsWith(prefix))
                .toList();
        Pages.write(call, xml, "Groups", groups, IamXml::group);
    }

    private void delete(Call call) {
        Group group = group(call);
        if (!group.attached().isEmpty()) {
            throw IamStore.deleteConflict("Cannot delete entity, must detach all policies first.");
        }
        if (!group.inline().isEmpty()) {
            throw IamStore.deleteConflict("Cannot delete entity, must delete policies first.");
        }
        if (!store.members(group).isEmpty()) {
            throw IamStore.deleteConflict("Cannot delete entity, must remove users from group first.");
        }
        store.remove(group);
    }
}
