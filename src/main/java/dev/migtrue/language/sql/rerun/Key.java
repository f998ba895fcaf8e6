package dev.migtrue.language.sql.rerun;

/**
 * What an object is known by.
 *
 * @param owner the table, type … that it is a member of; empty where it stands for itself
 */
record Key(Space space, String owner, String name) implements Comparable<Key> {

    static Key of(Space space, String name) {
        return new Key(space, "", name);
    }

    Key member(Space of, String member) {
        return new Key(of, name, member);
    }

    boolean isMemberOf(Key other) {
        return space.isOfMembers() && !owner.isEmpty() && owner.equals(other.name) && !other.space.isOfMembers();
    }

    /** Zero where it is of this owner; negative where it stands before what is, positive where it stands behind. */
    int place(Space of, String by) {
        int spaces = space.compareTo(of);
        return spaces == 0 ? owner.compareTo(by) : spaces;
    }

    @Override
    public int compareTo(Key other) {
        int place = place(other.space, other.owner);
        return place == 0 ? name.compareTo(other.name) : place;
    }

    @Override
    public String toString() {
        return owner.isEmpty() ? name : owner + "." + name;
    }
}
