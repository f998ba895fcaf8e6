package dev.migtrue.cli;

import dev.migtrue.config.Configuration;
import dev.migtrue.config.ConfigurationReader;
import dev.migtrue.config.Vocabulary;
import dev.migtrue.model.FileText;

/** Configurations as the program reads them, with all the names that it knows. */
public final class ParsedConfiguration {

    private ParsedConfiguration() {}

    /** All the names that the program knows. */
    public static Vocabulary vocabulary() {
        return Workplace.vocabulary();
    }

    public static Configuration of(String text) {
        return new ConfigurationReader(vocabulary()).read("migtrue.yaml", new FileText.Decoded(text));
    }
}
