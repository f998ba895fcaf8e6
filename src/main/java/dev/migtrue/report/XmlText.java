package dev.migtrue.report;

import com.fasterxml.jackson.core.io.SegmentedStringWriter;
import com.fasterxml.jackson.core.util.BufferRecycler;
import java.util.concurrent.Callable;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An XML document under construction, written by the JDK's own stream writer; an element per line. */
final class XmlText {

    private static final String INDENT = "  ";

    private final SegmentedStringWriter text = new SegmentedStringWriter(new BufferRecycler());
    private final XMLStreamWriter out =
            inMemory(() -> XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text));
    private int depth;
    private boolean isLeaf;

    XmlText() {
        write(() -> out.writeStartDocument("UTF-8", "1.0"));
    }

    /** Opens an element; what follows is in it until {@link #end}. */
    XmlText start(String name) {
        newLine();
        write(() -> out.writeStartElement(name));
        depth++;
        isLeaf = true;
        return this;
    }

    /** Gives the element that was just opened an attribute. */
    XmlText with(String name, String value) {
        write(() -> out.writeAttribute(name, legal(value)));
        return this;
    }

    XmlText with(String name, long value) {
        return with(name, Long.toString(value));
    }

    /** Puts text into the element that was just opened. */
    XmlText text(String characters) {
        write(() -> out.writeCharacters(legal(characters)));
        return this;
    }

    /** Closes the element that was opened last. */
    XmlText end() {
        depth--;
        if (!isLeaf) {
            newLine();
        }
        write(out::writeEndElement);
        isLeaf = false;
        return this;
    }

    /** The whole document, once its root is closed. */
    String document() {
        newLine();
        write(out::flush);
        return inMemory(text::getAndClear);
    }

    private void newLine() {
        write(() -> out.writeCharacters("\n" + INDENT.repeat(depth)));
    }

    /** The text without what no XML 1.0 document may hold, not even escaped. */
    private static String legal(String characters) {
        return characters
                .codePoints()
                .filter(XmlText::isLegal)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isLegal(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }

    /** Something that declares the exceptions of a stream, which memory never throws. */
    private interface Step {
        void take() throws XMLStreamException;
    }

    private static void write(Step step) {
        inMemory(() -> {
            step.take();
            return step;
        });
    }

    private static <T> T inMemory(Callable<T> step) {
        try {
            return step.call();
        } catch (Exception impossible) {
            throw new IllegalStateException("memory cannot be written to", impossible);
        }
    }
}
