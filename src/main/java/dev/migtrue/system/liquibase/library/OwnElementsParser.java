package dev.migtrue.system.liquibase.library;

import java.util.Set;
import liquibase.changelog.ChangeLogParameters;
import liquibase.exception.ChangeLogParseException;
import liquibase.parser.core.ParsedNode;
import liquibase.parser.core.ParsedNodeException;
import liquibase.parser.core.xml.XMLChangeLogSAXParser;
import liquibase.resource.ResourceAccessor;

/** Liquibase's parser of XML without includes: one may name a class that is to choose among files, and Liquibase would look for it. */
final class OwnElementsParser extends XMLChangeLogSAXParser {

    private static final Set<String> INCLUDES = Set.of("include", "includeAll", "modifyChangeSets");

    @Override
    protected ParsedNode parseToNode(String path, ChangeLogParameters parameters, ResourceAccessor files)
            throws ChangeLogParseException {
        ParsedNode whole = super.parseToNode(path, parameters, files);
        ParsedNode own = new ParsedNode(whole.getNamespace(), whole.getName());
        try {
            for (ParsedNode child : whole.getChildren()) {
                if (!INCLUDES.contains(child.getName())) {
                    own.addChild(child);
                }
            }
        } catch (ParsedNodeException e) {
            throw new ChangeLogParseException(e);
        }
        return own;
    }
}
