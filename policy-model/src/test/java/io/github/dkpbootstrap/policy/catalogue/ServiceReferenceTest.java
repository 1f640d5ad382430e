// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dkpbootstrap.policy.InvalidCatalogueException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file of the form of AWS's service reference, with a made-up service. */
class ServiceReferenceTest {
    private static final Path FILE = Path.of("src/test/resources/catalogue/service-reference.json");

    @Test
    void becomesAServiceWhateverItsMembersAreCalledNext() throws IOException {
        ServiceEntry bakery = read(Files.readString(FILE));

        assertThat(bakery.prefix()).isEqualTo("bakery");
        assertThat(bakery.resourceType("bread").orElseThrow().arnTemplates()).hasSize(2);
        assertThat(bakery.conditionKeys())
                .containsExactly(
                        ConditionKeyEntry.of("bakery:Flour", ConditionKeyType.NUMERIC),
                        ConditionKeyEntry.multivalued("aws:TagKeys", ConditionKeyType.STRING),
                        ConditionKeyEntry.multivalued("bakery:Moods", ConditionKeyType.STRING),
                        ConditionKeyEntry.of("bakery:Mentioned", ConditionKeyType.STRING));
        assertThat(bakery.action("putbreadpolicy").orElseThrow().resources())
                .extracting(ActionResource::type)
                .containsExactly("bread", "oven");
    }

    @Test
    void hasTheStrongestAccessLevelOfThoseSet() throws IOException {
        assertThat(read(Files.readString(FILE)).actions())
                .extracting(ActionEntry::accessLevel)
                .containsExactly(
                        AccessLevel.PERMISSIONS_MANAGEMENT,
                        AccessLevel.LIST,
                        AccessLevel.TAGGING,
                        AccessLevel.WRITE,
                        AccessLevel.READ);
    }

    @Test
    void canBePutIntoACatalogue() throws IOException {
        Catalogue catalogue = Catalogue.bundled().with(read(Files.readString(FILE)));

        assertThat(catalogue.action("bakery:BakeBread")).isPresent();
        assertThat(catalogue.knows(catalogue.action("bakery:PutBreadPolicy").orElseThrow(), "aws:TagKeys"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                            | Line 1 of the service reference: expected START_OBJECT, found null
            []                                            | Line 1 of the service reference: expected START_OBJECT, found START_ARRAY
            {"Name": 1}                                   | Line 1 of the service reference: expected VALUE_STRING, found VALUE_NUMBER_INT
            {}                                            | '' is no service prefix
            {"Name": "a", "Actions": [{}]}                | a has an action without a name
            {"Name": "a", "ConditionKeys": [{}]}          | A condition key of the service reference has no name
            {"Name": "a", "Resources": [{"Name": "b"}]}   | a: resource type 'b' has no ARN template
            {"Name": "a", "Actions": [{"Name": "B", "Resources": [{"Name": "c"}]}]} | a:B names the resource type 'c', which its service does not have
            """)
    void isRefusedWithAReasonIfItIsNone(String json, String message) {
        assertThatThrownBy(() -> read(json.replace("''", "")))
                .isInstanceOf(InvalidCatalogueException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"Name": "a"
            {"Name": "a", "Actions": [
            {"Name": "a", "Actions": [{"Name": "B", "Annotations": {"Properties": {"IsList": tru
            no
            """)
    void isRefusedIfItIsCutOffOrNoJson(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(InvalidCatalogueException.class);
    }

    @Test
    void aStreamThatFailsIsReported() {
        assertThatThrownBy(() -> ServiceEntry.readServiceReference(new FailingStream()))
                .isInstanceOf(UncheckedIOException.class);
    }

    private static ServiceEntry read(String json) {
        return ServiceEntry.readServiceReference(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }
}
