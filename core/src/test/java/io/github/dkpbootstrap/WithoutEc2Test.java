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
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The SDK's {@code ec2} is optional: without it everything works but the helper of instance profiles. */
class WithoutEc2Test {
    private static final String HELPER = "io.github.dkpbootstrap.ec2";
    /** What the modules of this library need besides the SDK. */
    private static final Pattern MODULES =
            Pattern.compile("(slf4j-api|snakeyaml|jackson-core|jspecify|reactive-streams|value-annotations)-[0-9].*");

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

    @Test
    void aModuleThatDoesWithoutEc2CompilesAgainstThis(@TempDir Path directory) throws IOException {
        Path descriptor = Files.writeString(
                directory.resolve("module-info.java"), "module consumer { requires io.github.dkpbootstrap.core; }");
        Path program = Files.writeString(
                directory.resolve("Program.java"),
                "package p; class Program { Object o = io.github.dkpbootstrap.BootstrapSpec.defaults(); }");
        String modules = path().filter(entry -> entry.endsWith("classes")
                        || entry.toString().contains("dkp-bootstrap-")
                        || MODULES.matcher(entry.getFileName().toString()).matches()
                        || entry.toString().contains("awssdk"))
                .filter(entry -> !entry.toString().contains("testkit"))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        StringWriter told = new StringWriter();
        PrintWriter writer = new PrintWriter(told);

        int status = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(
                        writer,
                        writer,
                        "--module-path",
                        modules,
                        "-d",
                        directory.toString(),
                        descriptor.toString(),
                        program.toString());

        assertThat(status).as(() -> told.toString()).isZero();
    }

    /** Knows the class path of this test, but for the tests themselves and the SDK's ec2. */
    private static URLClassLoader withoutEc2() throws IOException {
        return new URLClassLoader(
                path().map(WithoutEc2Test::url).toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    private static Stream<Path> path() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .filter(path -> !path.getFileName().toString().startsWith("ec2-"))
                .filter(path -> !path.endsWith("test-classes"));
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
