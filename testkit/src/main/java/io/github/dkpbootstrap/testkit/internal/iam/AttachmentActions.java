// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.iam;

import io.github.dkpbootstrap.testkit.internal.query.Call;
import io.github.dkpbootstrap.testkit.internal.query.QueryService;
import io.github.dkpbootstrap.testkit.internal.query.Xml;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The actions on the policies of a user, role or group, attached and inline; the same for all. */
final class AttachmentActions {
    private static final int MAX_NAME = 128;
    private static final int MAX_ATTACHED = 10;

    private final IamStore store;
    private final String kind;
    private final Function<String, ? extends Principal> find;

    private AttachmentActions(IamStore store, String kind, Function<String, ? extends Principal> find) {
        this.store = store;
        this.kind = kind;
        this.find = find;
    }

    static AttachmentActions ofRoles(IamStore store) {
        return new AttachmentActions(store, "Role", store::requireRole);
    }

    static AttachmentActions ofUsers(IamStore store) {
        return new AttachmentActions(store, "User", store::requireUser);
    }

    static AttachmentActions ofGroups(IamStore store) {
        return new AttachmentActions(store, "Group", store::requireGroup);
    }

    void register(QueryService iam) {
        iam.act("Attach" + kind + "Policy", this::attach)
                .act("Detach" + kind + "Policy", this::detach)
                .answer(
                        "ListAttached" + kind + "Policies",
                        (call, xml) -> Pages.write(
                                call,
                                xml,
                                "AttachedPolicies",
                                List.copyOf(principal(call).attached()),
                                IamXml::attachment))
                .act("Put" + kind + "Policy", this::put)
                .act("Delete" + kind + "Policy", this::delete)
                .answer("Get" + kind + "Policy", this::get)
                .answer("List" + kind + "Policies", this::list);
    }

    private Principal principal(Call call) {
        return find.apply(call.form().require(kind + "Name"));
    }

    private Principal changeable(Call call) {
        Principal principal = principal(call);
        return principal instanceof Role role ? RoleActions.refuseServiceLinked(role) : principal;
    }

    private void attach(Call call) {
        Principal principal = changeable(call);
        String arn = call.form().require("PolicyArn");
        ManagedPolicy policy = store.policy(arn)
                .orElseThrow(() -> IamStore.noSuchEntity("Policy " + arn + " does not exist or is not attachable."));
        if (!principal.attached().contains(policy) && principal.attached().size() >= MAX_ATTACHED) {
            throw IamStore.limitExceeded("Cannot exceed quota for PoliciesPer" + kind + ": " + MAX_ATTACHED);
        }
        principal.attached().add(policy);
    }

    private void detach(Call call) {
        Principal principal = changeable(call);
        String arn = call.form().require("PolicyArn");
        boolean detached = store.policy(arn).map(principal.attached()::remove).orElse(false);
        if (!detached) {
            throw IamStore.noSuchEntity("Policy " + arn + " was not found.");
        }
    }

    private void put(Call call) {
        Principal principal = changeable(call);
        String name = IamRules.name(call.form(), "PolicyName", MAX_NAME);
        Document document = IamRules.policy(call.form().require("PolicyDocument"), IamRules.MAX_INLINE_CHARACTERS);
        principal.inline().put(name, document);
    }

    private void delete(Call call) {
        Principal principal = changeable(call);
        inline(call, principal);
        principal.inline().remove(call.form().require("PolicyName"));
    }

    private void get(Call call, Xml xml) {
        Principal principal = principal(call);
        xml.element(kind + "Name", principal.name())
                .element("PolicyName", call.form().require("PolicyName"));
        IamXml.document(xml, "PolicyDocument", inline(call, principal));
    }

    private void list(Call call, Xml xml) {
        List<String> names = List.copyOf(principal(call).inline().keySet());
        xml.list("PolicyNames", Pages.page(call, xml, names));
    }

    private Document inline(Call call, Principal principal) {
        String name = call.form().require("PolicyName");
        return Optional.ofNullable(principal.inline().get(name))
                .orElseThrow(() -> IamStore.noSuchEntity(
                        "The %s policy with name %s cannot be found.".formatted(kind.toLowerCase(Locale.ROOT), name)));
    }
}
