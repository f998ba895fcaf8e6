package dev.migtrue.gather.address;

/** What one place says of the address of a project's database. */
public sealed interface Claim {

    Origin origin();

    /** The address. */
    record Address(Origin origin, SpokenAddress address) implements Claim {}

    /** It says something that does not lead to an address; {@code reason} is a clause: {@code it cannot be known without running 'env.py'}. */
    record Unknown(Origin origin, String reason) implements Claim {}
}
