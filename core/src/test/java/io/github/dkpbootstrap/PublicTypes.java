// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import io.github.dkpbootstrap.ec2.DkpInstances;
import io.github.dkpbootstrap.sts.DkpSession;
import io.github.dkpbootstrap.sts.file.SharedCredentialsFile;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The public types that can hold or show a secret: of sessions, hand-over, deployments and the helper of instances. */
final class PublicTypes {
    private static final List<Class<?>> ONE_OF_EACH_PACKAGE =
            List.of(DkpDeployment.class, DkpInstances.class, DkpSession.class, SharedCredentialsFile.class);

    private PublicTypes() {}

    /** Returns those without an answer; constants, and builders whose text is the JDK's, have nothing to show. */
    static Set<String> without(Predicate<String> answer) throws IOException {
        Set<String> found = new TreeSet<>();
        for (Class<?> one : ONE_OF_EACH_PACKAGE) {
            for (String name : namesBeside(one)) {
                Class<?> type = load(one.getPackageName() + "." + name);
                if (isPublic(type) && !type.isEnum() && !isSilentBuilder(type) && !answer.test(type.getName())) {
                    found.add(type.getName());
                }
            }
        }
        return found;
    }

    /** Returns the names of the classes of a package, from a directory or a jar. */
    private static List<String> namesBeside(Class<?> type) throws IOException {
        String directory = type.getPackageName().replace('.', '/');
        Path place = place(type);
        if (Files.isDirectory(place)) {
            return names(place.resolve(directory));
        }
        try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + place.toUri()), Map.of())) {
            return names(jar.getPath(directory));
        }
    }

    private static Path place(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && !name.equals("package-info.class"))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, PublicTypes.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isPublic(Class<?> type) {
        Class<?> around = type.getEnclosingClass();
        return Modifier.isPublic(type.getModifiers())
                && !type.isAnonymousClass()
                && (around == null || isPublic(around));
    }

    private static boolean isSilentBuilder(Class<?> type) {
        try {
            return type.getSimpleName().equals("Builder")
                    && type.getMethod("toString").getDeclaringClass().equals(Object.class);
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }
}
