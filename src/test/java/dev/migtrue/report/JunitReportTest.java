package dev.migtrue.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migtrue.judge.Report;
import dev.migtrue.model.Severity;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

final class JunitReportTest {

    private static final File PUBLISHED = new File("src/test/resources/schemas/junit-4.xsd");

    @ParameterizedTest
    @MethodSource("dev.migtrue.report.Reports#all")
    void everyReportIsAsThePublishedSchemaSays(Report report) throws Exception {
        validate(render(report));
    }

    @Test
    void schemaRefusesWhatIsNotAReport() {
        String report = render(Reports.missingFileRow());

        assertThatThrownBy(() -> validate(report.replace("testcase", "case"))).isInstanceOf(SAXException.class);
        assertThatThrownBy(() -> validate(report.replace("tests=", "count="))).isInstanceOf(SAXException.class);
    }

    @ParameterizedTest
    @MethodSource("dev.migtrue.report.Reports#all")
    void atLeastOneCasePassesAndNoneIsThereTwice(Report report) throws Exception {
        List<Element> cases = elements(render(report), "testcase");

        assertThat(cases).anyMatch(JunitReportTest::passes);
        assertThat(cases.stream().map(each -> each.getAttribute("classname") + " " + each.getAttribute("name")))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("dev.migtrue.report.Reports#all")
    void suitesAddUp(Report report) throws Exception {
        String xml = render(report);
        Element root = elements(xml, "testsuites").getFirst();

        assertThat(root.getAttribute("tests"))
                .isEqualTo(Integer.toString(elements(xml, "testcase").size()));
        assertThat(root.getAttribute("failures"))
                .isEqualTo(Integer.toString(elements(xml, "failure").size()));
        assertThat(root.getAttribute("errors"))
                .isEqualTo(Integer.toString(elements(xml, "error").size()));
        assertThat(elements(xml, "testsuite").stream()
                        .mapToInt(suite -> Integer.parseInt(suite.getAttribute("skipped")))
                        .sum())
                .isEqualTo(elements(xml, "skipped").size());
    }

    @Test
    void findingBelowTheThresholdDoesNotFailItsCase() throws Exception {
        assertThat(failures(Severity.ERROR)).isEqualTo(1);
        assertThat(failures(Severity.NOTE)).isEqualTo(2);
    }

    @Test
    void whatWasRequiredAndNotReadIsAnError() throws Exception {
        String xml = render(Reports.unreachableDatabase());

        assertThat(elements(xml, "error"))
                .singleElement()
                .satisfies(error ->
                        assertThat(error.getAttribute("message")).isEqualTo("no base branch was named or found"));
        assertThat(elements(xml, "skipped")).extracting(Element::getTextContent).contains("connection refused");
    }

    @Test
    void charactersThatXmlForbidsAreLeftOut() throws Exception {
        String all = IntStream.rangeClosed(0, 0x1_0000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        String xml = new XmlText().start("a").with("b", all).text(all).end().document();

        Element element = elements(xml, "a").getFirst();

        assertThat(element.getTextContent())
                .contains("\n !")
                .contains("\uFFFD\uD800\uDC00")
                .doesNotContain("\uFFFE");
        assertThat(element.getAttribute("b")).endsWith("\uFFFD\uD800\uDC00").doesNotContain("\u0007");
    }

    private static boolean passes(Element testcase) {
        return Stream.of("failure", "error", "skipped")
                .noneMatch(name -> testcase.getElementsByTagName(name).getLength() > 0);
    }

    private static int failures(Severity failOn) throws Exception {
        return elements(new JunitReport(MadeUpPages.ALL, failOn).render(Reports.missingFileRow()), "failure")
                .size();
    }

    private static String render(Report report) {
        return new JunitReport(MadeUpPages.ALL, Severity.ERROR).render(report);
    }

    private static void validate(String xml) throws SAXException, IOException {
        SchemaFactory.newDefaultInstance()
                .newSchema(PUBLISHED)
                .newValidator()
                .validate(new StreamSource(new StringReader(xml)));
    }

    private static List<Element> elements(String xml, String name)
            throws ParserConfigurationException, SAXException, IOException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        NodeList found = document.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }
}
