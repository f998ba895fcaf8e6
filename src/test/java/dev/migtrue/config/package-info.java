@org.jspecify.annotations.NullMarked
package dev.migtrue.config;
