package dev.migtrue.system.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.Span;
import org.junit.jupiter.api.Test;

class XmlReaderTest {

    @Test
    void anElementHasItsAttributesItsTextItsChildrenAndItsPlace() {
        Element root = root(
                "<?xml version='1.0'?>\n<!-- no <a> -->\n<x:a k='1 &lt; 2' l=\"&#x41;'\">\n  <b/>t<![CDATA[<c>&amp;]]></x:a>\n");

        assertThat(root.name()).isEqualTo("a");
        assertThat(root.attributes()).containsEntry("k", "1 < 2").containsEntry("l", "A'");
        assertThat(root.text()).isEqualTo("\n  t<c>&amp;");
        assertThat(root.at()).isEqualTo(new Span(3, 1, 4, 34));
        assertThat(root.children()).extracting(Element::name).containsExactly("b");
        assertThat(root.children().getFirst().at()).isEqualTo(new Span(4, 3, 4, 7));
    }

    @Test
    void columnsCountCharactersHoweverManyUnitsTheyTake() {
        assertThat(root("<a>\uD83D\uDE00<b/></a>").children().getFirst().at()).isEqualTo(new Span(1, 5, 1, 9));
    }

    @Test
    void anEntityOfADocumentTypeStaysWhatItIs() {
        assertThat(root("<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>")
                        .text())
                .isEqualTo("&e;");
    }

    @Test
    void whatIsNoXmlSaysWhere() {
        assertThat(XmlReader.read("<a>\n<b></a>"))
                .isEqualTo(new Document.Broken(new Span(2, 4, 2, 4), "</a> closes nothing"));
        assertThat(XmlReader.read("<a>\n<b>"))
                .isEqualTo(new Document.Broken(new Span(2, 4, 2, 4), "<b> is never closed"));
        assertThat(XmlReader.read("<a k=v/>"))
                .isEqualTo(new Document.Broken(Span.START, "it holds a tag that is not understood"));
        assertThat(XmlReader.read("")).isEqualTo(new Document.Broken(Span.START, "it holds no element"));
    }

    private static Element root(String text) {
        assertThat(XmlReader.read(text)).isInstanceOf(Document.Tree.class);
        return ((Document.Tree) XmlReader.read(text)).root();
    }
}
