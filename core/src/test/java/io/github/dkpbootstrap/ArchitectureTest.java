// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** The arrows of the design: what each room may touch. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.github.dkpbootstrap");

    @Test
    void policyModelKnowsNoSdkNoNetworkAndNoClock() {
        // The address of a page is a value; what could open it is not allowed.
        noClasses()
                .that()
                .resideInAPackage("io.github.dkpbootstrap.policy..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "software.amazon..", "java.net..", "org.slf4j..", "io.github.dkpbootstrap.sts..")
                        .and(DescribedPredicate.not(type(URI.class))))
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }

    @Test
    void testkitUsesNoSdkClient() {
        noClasses()
                .that()
                .resideInAPackage("io.github.dkpbootstrap.testkit..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("software.amazon..", "io.github.dkpbootstrap", "io.github.dkpbootstrap.sts..")
                .check(CLASSES);
    }

    @Test
    void stsSupportDoesNotKnowTheProductAboveIt() {
        noClasses()
                .that()
                .resideInAPackage("io.github.dkpbootstrap.sts..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.github.dkpbootstrap",
                        "io.github.dkpbootstrap.deploy..",
                        "io.github.dkpbootstrap.drift..",
                        "io.github.dkpbootstrap.template..",
                        "io.github.dkpbootstrap.testkit..")
                .check(CLASSES);
    }

    @Test
    void theProductDoesNotKnowTheTestkit() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.github.dkpbootstrap",
                        "io.github.dkpbootstrap.deploy..",
                        "io.github.dkpbootstrap.drift..",
                        "io.github.dkpbootstrap.template..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.github.dkpbootstrap.testkit..")
                .check(CLASSES);
    }

    @Test
    void theDeployerDoesNotKnowWhatComparesResourcesNorWhatRendersTemplates() {
        noClasses()
                .that()
                .resideInAPackage("io.github.dkpbootstrap.deploy..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.github.dkpbootstrap.drift..", "io.github.dkpbootstrap.template..")
                .check(CLASSES);
    }

    @Test
    void templatesKnowNoAws() {
        noClasses()
                .that()
                .resideInAPackage("io.github.dkpbootstrap.template..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "software.amazon..", "io.github.dkpbootstrap.deploy..", "io.github.dkpbootstrap.drift..")
                .check(CLASSES);
    }

    @Test
    void onlyTheComparisonOfResourcesCallsIam() {
        noClasses()
                .that()
                .resideInAnyPackage("io.github.dkpbootstrap.deploy..", "io.github.dkpbootstrap.template..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon.awssdk.services.iam..")
                .check(CLASSES);
    }

    @Test
    void timeIsReadThroughAClockAndSleptThroughASleeper() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.github.dkpbootstrap.sts.Sleeper")
                .and()
                .resideOutsideOfPackage("io.github.dkpbootstrap.testkit..")
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }

    @Test
    void policyModelHasNoCycles() {
        slices().matching("io.github.dkpbootstrap.policy.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    /** All else of the interpreter is package-private, so that this is all that the engine could use of it. */
    @Test
    void theEngineDoesNotKnowTheInterpreter() {
        noClasses()
                .that()
                .resideInAPackage("io.github.dkpbootstrap.policy.engine..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("io.github.dkpbootstrap.policy.analysis.PolicyInterpreter")
                .check(CLASSES);
    }
}
