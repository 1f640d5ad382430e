// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The SDK's {@code ec2} is optional: without it everything works but the helper of instance profiles. */
class WithoutEc2Test {
    private static final String HELPER = "io.github.dkpbootstrap.ec2";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.github.dkpbootstrap");

    @Test
    void nothingButTheHelperKnowsEc2() {
        noClasses()
                .that()
                .resideOutsideOfPackage(HELPER)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("software.amazon.awssdk.services.ec2..", HELPER)
                .check(CLASSES);
    }

    @Test
    void allButTheHelperIsLinkedAndTheDoorOpensWithoutEc2() throws Exception {
        try (URLClassLoader loader = withoutEc2()) {
            assertThatThrownBy(() -> Class.forName("software.amazon.awssdk.services.ec2.Ec2Client", false, loader))
                    .isInstanceOf(ClassNotFoundException.class);

            List<JavaClass> ours = CLASSES.stream()
                    .filter(type -> type.getPackageName().startsWith("io.github.dkpbootstrap"))
                    .filter(type -> !type.getPackageName().equals(HELPER))
                    .filter(type -> !type.getPackageName().startsWith("io.github.dkpbootstrap.testkit"))
                    .toList();
            assertThat(ours).hasSizeGreaterThan(200);
            for (JavaClass type : ours) {
                // Asking for the methods loads whatever their signatures name.
                assertThat(Class.forName(type.getName(), true, loader).getDeclaredMethods())
                        .isNotNull();
            }
            Class<?> door = Class.forName("io.github.dkpbootstrap.DkpBootstrap", true, loader);
            Class<?> spec = Class.forName("io.github.dkpbootstrap.BootstrapSpec", true, loader);
            Object defaults = spec.getMethod("defaults").invoke(null);
            assertThat(door.getMethod("template", spec).invoke(null, defaults).toString())
                    .contains("dkp-bootstrapper-role");
        }
    }

    /** Knows the class path of this test, but for the tests themselves and the SDK's ec2. */
    private static URLClassLoader withoutEc2() throws IOException {
        URL[] urls = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .filter(path -> !path.getFileName().toString().startsWith("ec2-"))
                .filter(path -> !path.endsWith("test-classes"))
                .map(WithoutEc2Test::url)
                .toArray(URL[]::new);
        return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
