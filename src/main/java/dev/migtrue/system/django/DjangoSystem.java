package dev.migtrue.system.django;

import dev.migtrue.model.Tree;
import dev.migtrue.system.Layout;
import dev.migtrue.system.MigrationSystem;
import java.util.List;
import java.util.Set;

/** Django's own migrations. One project is what shares a {@code manage.py}, and by that a database, over all its apps. */
public final class DjangoSystem implements MigrationSystem {

    static final String NAME = "django";

    private static final Set<String> NAMES =
            Set.of("*manage.py", "*apps.py", "*settings*.py", "*migrations/*.py", "*pyvenv.cfg");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> telling(Tree tree) {
        return NAMES;
    }

    @Override
    public List<Layout> detect(Tree tree) {
        return new ProjectSearch(tree).layouts();
    }
}
