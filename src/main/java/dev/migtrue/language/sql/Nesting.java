package dev.migtrue.language.sql;

/**
 * Follows the words of one statement and knows whether it is inside a block, where the mark that ends statements ends
 * only an inner one.
 */
interface Nesting {

    /** That of a statement which holds no others. */
    Nesting NONE = new Nesting() {
        @Override
        public void word(String upper) {}

        @Override
        public void sign(char sign) {}

        @Override
        public boolean isOpen() {
            return false;
        }
    };

    /** A word or keyword, in upper case. */
    void word(String upper);

    /** Any other token that the database gets, by its first character; the mark that ends statements too. */
    void sign(char sign);

    boolean isOpen();
}
