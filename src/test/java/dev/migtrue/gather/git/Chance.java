package dev.migtrue.gather.git;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Choices that a seed makes. */
record Chance(Random random) {

    Chance(long seed) {
        this(new Random(seed));
    }

    <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Some of the choices, in their order. */
    <T> List<T> some(int count, List<T> choices) {
        List<Integer> order = new ArrayList<>();
        for (int at = 0; at < choices.size(); at++) {
            order.add(at);
        }
        Collections.shuffle(order, random);
        return order.stream().limit(count).sorted().map(choices::get).toList();
    }

    boolean isOneIn(int cases) {
        return random.nextInt(cases) == 0;
    }

    int below(int limit) {
        return random.nextInt(limit);
    }
}
