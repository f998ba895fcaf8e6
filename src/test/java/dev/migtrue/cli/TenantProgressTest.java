package dev.migtrue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.cli.Surroundings.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TenantProgressTest {

    private final StringWriter shown = new StringWriter();

    @Test
    void tenantsAreCountedOnALineThatIsGoneAfterwards() {
        TenantProgress progress = progress(Terminal.ERRORS);

        progress.at(1, 1000);
        progress.at(999, 1000);
        progress.at(1000, 1000);

        assertThat(shown.toString()).isEqualTo("\rread 1 of 1000 tenants\rread 999 of 1000 tenants\r\u001b[K");
    }

    @Test
    void fewAreNotWorthCounting() {
        progress(Terminal.BOTH).at(3, 10);

        assertThat(shown.toString()).isEmpty();
    }

    @Test
    void nobodyElseIsShownIt() {
        progress(Terminal.OUTPUT).at(1, 1000);

        assertThat(shown.toString()).isEmpty();
    }

    private TenantProgress progress(Terminal terminal) {
        PrintWriter errors = new PrintWriter(shown);
        return new TenantProgress(
                new Surroundings(Path.of("/"), Map.of(), new PrintWriter(new StringWriter()), errors, terminal));
    }
}
