package dev.migtrue.model;

/** A further place that belongs to a finding, and what it has to do with it. */
public record Related(String message, Location at) {}
