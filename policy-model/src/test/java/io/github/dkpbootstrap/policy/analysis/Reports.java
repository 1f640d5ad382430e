// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import io.github.dkpbootstrap.policy.Policies;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.PolicyTarget;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reports for tests. */
final class Reports {
    private Reports() {}

    static PermissionReport report(PolicyDocument document, PolicyTarget target) {
        return PolicyAnalysis.of(document, target).permissionReport();
    }

    /** Returns the report on a managed policy with this one statement. */
    static PermissionReport managed(String statement) {
        return report(Policies.statement(statement), PolicyTarget.MANAGED_POLICY);
    }

    static PermissionReport vendor() {
        return report(Policies.vendorPolicy(), PolicyTarget.MANAGED_POLICY);
    }

    static PermissionReport hostile() {
        return report(PolicyDocument.parse(file("report/hostile.json")), PolicyTarget.RESOURCE_POLICY);
    }

    static String file(String name) {
        try {
            return Files.readString(Path.of("src/test/resources", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a page as XML: whatever is not closed, nested or escaped is an error. */
    static Document parsed(String html) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setExpandEntityReferences(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(html)));
        } catch (SAXException e) {
            throw new AssertionError("The page is not well-formed: " + e, e);
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Element> elements(Document page, String name) {
        NodeList found = page.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}
