package dev.migtrue.cli;

import dev.migtrue.report.Summary.Detail;

/**
 * A line that tells where the address of a database was said.
 *
 * @param told when it is told: always, or to those who ask for everything
 */
record AddressOrigin(String line, Detail told) {}
