package dev.migtrue.gather.git;

import java.util.Optional;
import java.util.function.Supplier;

/** A value that is made when it is first asked for. Not for several threads. */
public final class Lazy<T> implements Supplier<T> {

    private final Supplier<T> maker;
    private Optional<T> made = Optional.empty();

    public Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public T get() {
        if (made.isEmpty()) {
            made = Optional.of(maker.get());
        }
        return made.get();
    }
}
