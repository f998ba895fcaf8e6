package dev.migtrue.language.sql.rerun;

/**
 * What an object is known by.
 *
 * @param owner the table, type … that it is a member of; empty where it stands for itself
 */
record Key(Space space, String owner, String name) {

    static Key of(Space space, String name) {
        return new Key(space, "", name);
    }

    Key member(Space of, String member) {
        return new Key(of, name, member);
    }

    boolean isMemberOf(Key other) {
        return space.isOfMembers() && !owner.isEmpty() && owner.equals(other.name) && !other.space.isOfMembers();
    }

    @Override
    public String toString() {
        return owner.isEmpty() ? name : owner + "." + name;
    }
}
