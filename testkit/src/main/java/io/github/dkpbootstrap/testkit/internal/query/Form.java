// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.query;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The parameters of a call in the query protocol. Immutable. */
public final class Form {
    private final Map<String, String> values;

    private Form(Map<String, String> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    /** Reads {@code application/x-www-form-urlencoded} text. */
    public static Form parse(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            if (!name.isEmpty()) {
                values.put(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return new Form(values);
    }

    /** Returns the parameters with these names and values, in turn. */
    public static Form of(String... namesAndValues) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Form(values);
    }

    /** Returns these parameters and one more. */
    public Form with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Form(more);
    }

    /** Returns these parameters and one more, if it has a value. */
    public Form with(String name, Optional<String> value) {
        return value.map(text -> with(name, text)).orElse(this);
    }

    /** Returns these parameters and a list of structures of {@code Key} and {@code Value}. */
    public Form withTags(Map<String, String> tags) {
        Form form = this;
        int index = 1;
        for (Map.Entry<String, String> tag : tags.entrySet()) {
            form = form.with("Tags.member." + index + ".Key", tag.getKey())
                    .with("Tags.member." + index + ".Value", tag.getValue());
            index++;
        }
        return form;
    }

    /** Returns the value of a parameter. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Returns the value of a parameter that must be there. */
    public String require(String name) {
        return find(name)
                .orElseThrow(() -> ServiceError.constraint(memberName(name), "null", "Member must not be null"));
    }

    /** Returns whether a parameter is {@code true}. */
    public boolean isTrue(String name) {
        return find(name).filter(value -> value.equalsIgnoreCase("true")).isPresent();
    }

    /** Returns the whole number that a parameter holds. */
    public Optional<Integer> integer(String name) {
        return find(name).map(text -> {
            try {
                return Integer.valueOf(text);
            } catch (NumberFormatException e) {
                throw ServiceError.of("MalformedInput", 400, name + " must be a whole number");
            }
        });
    }

    /** Returns the elements of a list of strings, in their order. */
    public List<String> list(String name) {
        List<String> elements = new ArrayList<>();
        for (Form element : structures(name)) {
            element.find("").ifPresent(elements::add);
        }
        return elements;
    }

    /** Returns the elements of a list of structures, in their order. */
    public List<Form> structures(String name) {
        String prefix = name + ".member.";
        Map<Integer, Map<String, String>> elements = new TreeMap<>();
        values.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                String[] rest = key.substring(prefix.length()).split("\\.", 2);
                if (rest[0].matches("[0-9]{1,6}")) {
                    elements.computeIfAbsent(Integer.valueOf(rest[0]), i -> new LinkedHashMap<>())
                            .put(rest.length > 1 ? rest[1] : "", value);
                }
            }
        });
        return elements.values().stream().map(Form::new).toList();
    }

    /** Returns the entries of a map from names to values, in their order. */
    public Map<String, String> map(String name) {
        Map<String, String> entries = new LinkedHashMap<>();
        for (int i = 1; find(name + ".entry." + i + ".key").isPresent(); i++) {
            String entry = name + ".entry." + i;
            entries.put(require(entry + ".key"), find(entry + ".value").orElse(""));
        }
        return entries;
    }

    /** Returns the tags of the parameter {@code Tags}. */
    public Map<String, String> tags() {
        Map<String, String> tags = new LinkedHashMap<>();
        for (Form tag : structures("Tags")) {
            tags.put(tag.require("Key"), tag.find("Value").orElse(""));
        }
        return tags;
    }

    /** Returns all parameters, names sorted. */
    public Map<String, String> sorted() {
        return new TreeMap<>(values);
    }

    /** Returns the names of the parameters only: a value may be a secret. */
    @Override
    public String toString() {
        return "Form" + values.keySet();
    }

    private static String memberName(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ServiceError.of("MalformedInput", 400, "The request's parameters are not well encoded");
        }
    }
}
