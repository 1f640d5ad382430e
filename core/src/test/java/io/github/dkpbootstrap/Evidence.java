// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Everything that a drive made and that can be printed, logged, thrown or written: the texts of values and of all that
 * they are made of, exceptions with stack and in serialised form. What is meant to hold secrets is read too, and kept apart.
 */
final class Evidence {
    private static final String SERIALISED = "serialised ";
    private static final String OURS = "io.github.dkpbootstrap.";

    /** The accessors of values that are meant to give a secret, or what holds one. */
    private static final Set<String> MEANT_TO_HOLD = Set.of(
            "IssuedCredentials.secretAccessKey",
            "IssuedCredentials.sessionToken",
            "IssuedCredentials.toCredentialProcessJson",
            "IssuedCredentials.toProfileProperties",
            "EncodedProfile.value",
            "SessionSpec.externalId",
            "AccessKeys.secretAccessKey");

    private record Text(String origin, String text) {}

    private final Set<Text> texts = ConcurrentHashMap.newKeySet();
    private final List<Text> meant = new CopyOnWriteArrayList<>();
    private final Set<Class<?>> types = ConcurrentHashMap.newKeySet();

    void text(String origin, String text) {
        texts.add(new Text(origin, text));
    }

    /** Sees these things, and what they are made of. */
    void see(Object... things) {
        for (Object thing : things) {
            see(thing.getClass().getSimpleName(), thing, 0);
        }
    }

    /** Sees how this fails. */
    void fails(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            see(e);
            return;
        }
        throw new AssertionError("did not fail");
    }

    /** Returns what shows a secret: where it came from, and which. */
    List<String> leaks(Marks marks) {
        return shown(texts, marks);
    }

    /** Returns the accessors of {@link #MEANT_TO_HOLD} that gave no secret. */
    Set<String> needlesslyExcepted(Marks marks) {
        Set<String> left = new TreeSet<>(MEANT_TO_HOLD);
        meant.stream().filter(text -> !marks.in(text.text()).isEmpty()).forEach(text -> left.remove(text.origin()));
        return left;
    }

    int size() {
        return texts.size();
    }

    boolean saw(String type) {
        return types.stream().anyMatch(seen -> seen.getName().equals(type));
    }

    private static List<String> shown(Set<Text> texts, Marks marks) {
        Set<String> found = new ConcurrentSkipListSet<>();
        texts.parallelStream().forEach(text -> {
            List<String> names =
                    text.origin().startsWith(SERIALISED) ? marks.inBytes(text.text()) : marks.in(text.text());
            if (!names.isEmpty()) {
                found.add(text.origin() + " shows " + names);
            }
        });
        return List.copyOf(found);
    }

    private void see(String origin, Object thing, int depth) {
        text(origin, thing.toString());
        note(thing.getClass());
        if (thing instanceof Throwable failure) {
            text("stack trace of " + origin, stack(failure));
            text(SERIALISED + origin, serialised(failure));
        }
        if (depth > 6) {
            return;
        }
        if (thing instanceof Optional<?> optional) {
            optional.ifPresent(value -> see(origin, value, depth + 1));
        } else if (thing instanceof Collection<?> values) {
            values.forEach(value -> see(origin, value, depth + 1));
        } else if (thing instanceof Map<?, ?> map) {
            map.values().forEach(value -> see(origin, value, depth + 1));
        } else if (isValue(thing)) {
            accessors(thing.getClass()).forEach(accessor -> read(thing, accessor, depth));
        }
    }

    private void read(Object thing, Method accessor, int depth) {
        String origin = name(accessor);
        Object value;
        try {
            value = accessor.invoke(thing);
        } catch (InvocationTargetException e) {
            value = e.getCause();
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
        if (value == null) {
            return;
        }
        if (MEANT_TO_HOLD.contains(origin)) {
            meant.add(new Text(origin, value.toString()));
        } else {
            see(origin, value, depth + 1);
        }
    }

    private static boolean isValue(Object thing) {
        Class<?> type = thing.getClass();
        return type.getName().startsWith(OURS)
                && (thing instanceof Throwable
                        || type.isRecord()
                        || type.getSimpleName().startsWith("Immutable"));
    }

    /** The public accessors of the public types of ours that a class is of: its own copies of them are no API. */
    private static List<Method> accessors(Class<?> type) {
        List<Method> accessors = new ArrayList<>();
        for (Class<?> api : supertypes(type)) {
            for (Method method : api.getDeclaredMethods()) {
                if (Modifier.isPublic(api.getModifiers())
                        && Modifier.isPublic(method.getModifiers())
                        && !Modifier.isStatic(method.getModifiers())
                        && !method.isSynthetic()
                        && method.getParameterCount() == 0
                        && method.getReturnType() != void.class
                        && !method.getReturnType().getSimpleName().equals("Builder")) {
                    accessors.add(method);
                }
            }
        }
        return accessors;
    }

    private static Set<Class<?>> supertypes(Class<?> type) {
        Set<Class<?>> all = new LinkedHashSet<>();
        for (Class<?> next = type; next != null; next = next.getSuperclass()) {
            if (next.getName().startsWith(OURS)) {
                all.add(next);
            }
            for (Class<?> one : next.getInterfaces()) {
                all.addAll(supertypes(one));
            }
        }
        all.removeIf(
                one -> !one.getName().startsWith(OURS) || one.getSimpleName().startsWith("Immutable"));
        return all;
    }

    private void note(Class<?> type) {
        types.addAll(supertypes(type));
    }

    private static String name(Method accessor) {
        return accessor.getDeclaringClass().getSimpleName() + "." + accessor.getName();
    }

    private static String stack(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }

    /** As another process would get it, or as far as it goes: some causes of the SDK's cannot be serialised. */
    private static String serialised(Throwable failure) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(failure);
        } catch (NotSerializableException e) {
            return bytes.toString(StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }
}
