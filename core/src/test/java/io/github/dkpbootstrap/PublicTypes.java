// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The public types that can hold or show a secret: of sessions, hand-over, deployments and the helper of instances. */
final class PublicTypes {
    private static final Set<String> PACKAGES = Set.of(
            "io.github.dkpbootstrap",
            "io.github.dkpbootstrap.ec2",
            "io.github.dkpbootstrap.sts",
            "io.github.dkpbootstrap.sts.file");

    private PublicTypes() {}

    /** Returns those without an answer; constants, and builders whose text is the JDK's, have nothing to show. */
    static Set<String> without(Predicate<String> answer) {
        Set<String> found = new TreeSet<>();
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.github.dkpbootstrap").stream()
                        .filter(type -> PACKAGES.contains(type.getPackageName()))
                        .filter(PublicTypes::isPublic)
                        .filter(type -> !type.isEnum() && !isSilentBuilder(type))
                        .map(JavaClass::getName)
                        .filter(answer.negate())
                        .forEach(found::add);
        return found;
    }

    private static boolean isPublic(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(PublicTypes::isPublic).orElse(true);
    }

    private static boolean isSilentBuilder(JavaClass type) {
        return type.getSimpleName().equals("Builder")
                && type.getAllMethods().stream()
                        .noneMatch(method -> method.getName().equals("toString")
                                && !method.getOwner().getName().equals("java.lang.Object"));
    }
}
