// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import io.github.dkpbootstrap.testkit.internal.query.Form;
import io.github.dkpbootstrap.testkit.internal.query.ServiceError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a caller wants a stack to be from the parameters of CreateStack and UpdateStack. */
final class Settings {
    private final TemplateReader reader;

    Settings(TemplateReader reader) {
        this.reader = reader;
    }

    StackSettings read(Form form, Optional<StackSettings> previous) {
        for (String parameter : List.of("TemplateURL", "RoleARN", "StackPolicyBody", "StackPolicyURL")) {
            if (form.find(parameter).isPresent()) {
                throw ServiceError.notImplemented("cloudformation: the parameter " + parameter);
            }
        }
        Template template = template(form, previous);
        List<String> capabilities = form.list("Capabilities");
        template.requiredCapability()
                .filter(needed -> !capabilities.contains(needed) && !capabilities.contains("CAPABILITY_NAMED_IAM"))
                .ifPresent(needed -> {
                    throw ServiceError.of(
                            "InsufficientCapabilitiesException", 400, "Requires capabilities : [" + needed + "]");
                });
        Map<String, String> tags =
                form.find("Tags").isEmpty() && form.structures("Tags").isEmpty()
                        ? previous.map(StackSettings::tags).orElse(Map.of())
                        : form.tags();
        return new StackSettings(template, parameters(form, template, previous), tags, capabilities);
    }

    private Template template(Form form, Optional<StackSettings> previous) {
        if (form.isTrue("UsePreviousTemplate") && previous.isPresent()) {
            return previous.get().template();
        }
        return reader.read(form.find("TemplateBody")
                .orElseThrow(() -> ServiceError.validation("Either Template URL or Template Body must be specified.")));
    }

    private static Map<String, String> parameters(Form form, Template template, Optional<StackSettings> previous) {
        Map<String, String> given = new LinkedHashMap<>();
        for (Form parameter : form.structures("Parameters")) {
            String name = parameter.require("ParameterKey");
            Optional<String> value = parameter.isTrue("UsePreviousValue")
                    ? previous.map(settings -> settings.parameters().get(name))
                    : parameter.find("ParameterValue");
            value.ifPresent(text -> given.put(name, text));
        }
        List<String> unknown = new ArrayList<>(given.keySet());
        unknown.removeAll(template.parameters().keySet());
        if (!unknown.isEmpty()) {
            throw ServiceError.validation("Parameters: " + unknown + " do not exist in the template");
        }
        return complete(template, given);
    }

    private static Map<String, String> complete(Template template, Map<String, String> given) {
        Map<String, String> values = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        template.parameters()
                .forEach((name, parameter) -> Optional.ofNullable(given.get(name))
                        .or(parameter::defaultValue)
                        .ifPresentOrElse(
                                value -> values.put(name, checked(name, parameter, value)), () -> missing.add(name)));
        if (!missing.isEmpty()) {
            throw ServiceError.validation("Parameters: " + missing + " must have values");
        }
        return values;
    }

    private static String checked(String name, Template.Parameter parameter, String value) {
        if (!parameter.allowedValues().isEmpty() && !parameter.allowedValues().contains(value)) {
            throw ServiceError.validation("Parameter '" + name + "' must be one of AllowedValues");
        }
        parameter.allowedPattern().filter(pattern -> !value.matches(pattern)).ifPresent(pattern -> {
            throw ServiceError.validation("Parameter '" + name + "' must match pattern " + pattern);
        });
        return value;
    }
}
