// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import io.github.dkpbootstrap.testkit.internal.query.Call;
import io.github.dkpbootstrap.testkit.internal.query.QueryService;
import io.github.dkpbootstrap.testkit.internal.query.ServiceError;
import io.github.dkpbootstrap.testkit.internal.query.Xml;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The actions that look at templates. */
final class TemplateActions {
    private final TemplateReader reader;
    private final Function<String, Region> regions;

    TemplateActions(TemplateReader reader, Function<String, Region> regions) {
        this.reader = reader;
        this.regions = regions;
    }

    void register(QueryService service) {
        service.answer("ValidateTemplate", this::validate).answer("GetTemplateSummary", this::summary);
    }

    private Template template(Call call) {
        if (call.form().find("TemplateURL").isPresent()) {
            throw ServiceError.notImplemented("cloudformation: the parameter TemplateURL");
        }
        Optional<Template> deployed = call.form()
                .find("StackName")
                .map(name -> regions.apply(call.region())
                        .stacks()
                        .require(name)
                        .settings()
                        .template());
        return deployed.orElseGet(() -> reader.read(call.form()
                .find("TemplateBody")
                .orElseThrow(
                        () -> ServiceError.validation("Either Template URL or Template Body must be specified."))));
    }

    private void validate(Call call, Xml xml) {
        Template template = template(call);
        parameters(xml, template, "TemplateParameter");
        xml.element("Description", template.description());
        capabilities(xml, template);
    }

    private void summary(Call call, Xml xml) {
        Template template = template(call);
        parameters(xml, template, "ParameterDeclaration");
        xml.element("Description", template.description());
        capabilities(xml, template);
        xml.list("ResourceTypes", template.types()).element("Version", template.version());
        Map<ResourceType, List<String>> byType = template.resources().entrySet().stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.getValue().type(), Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        xml.list(
                "ResourceIdentifierSummaries",
                byType.entrySet(),
                (member, entry) -> member.element("ResourceType", entry.getKey().name())
                        .list("LogicalResourceIds", entry.getValue())
                        .list(
                                "ResourceIdentifiers",
                                new TreeSet<>(entry.getKey().identifiers())));
    }

    private static void parameters(Xml xml, Template template, String shape) {
        xml.list("Parameters", template.parameters().entrySet(), (member, entry) -> {
            Template.Parameter parameter = entry.getValue();
            member.element("ParameterKey", entry.getKey()).element("DefaultValue", parameter.defaultValue());
            if (shape.equals("ParameterDeclaration")) {
                member.element("ParameterType", parameter.type());
            }
            member.element("NoEcho", Boolean.toString(parameter.noEcho()))
                    .element("Description", parameter.description());
        });
    }

    private static void capabilities(Xml xml, Template template) {
        xml.list("Capabilities", template.requiredCapability().stream().toList());
        xml.element(
                "CapabilitiesReason",
                template.requiredCapability()
                        .map(needed -> "The following resource(s) require capabilities: " + template.types()));
    }
}
