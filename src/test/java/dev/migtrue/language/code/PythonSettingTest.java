package dev.migtrue.language.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PythonSettingTest {

    @Test
    void everyStatementThatGivesSomethingIsListedWithoutItsComments() {
        assertThat(read("""
                '''
                APPS = ["in a string"]
                '''
                APPS = [
                    "a",  # "old"
                    'it#s',
                ]
                if DEBUG:
                    APPS += ["b"]
                APPS.append("c")
                APPS["x"] = "y"
                APPS: list[str] = ["d"]
                if APPS == ["e"]: pass
                OTHER = ["f"]
                x = \\
                    1
                # APPS = ["g"]
                APPS = HERE + ("h",)
                """))
                .containsExactly(
                        "= [ \"a\", 'it#s', ]",
                        "+= [\"b\"]",
                        ".append(\"c\")",
                        "[\"x\"] = \"y\"",
                        ": list[str] = [\"d\"]",
                        "= HERE + (\"h\",)");
    }

    @Test
    void whatStandsInsideAnotherStatementIsNested() {
        assertThat(PythonSetting.read("A = 1\nif x:\n    A = 2\n\tA = 3\n\n\nA += 4\n", name -> name.equals("A")))
                .extracting(PythonSetting::isNested)
                .containsExactly(false, true, true, false);
    }

    @Test
    void noTextIsTooBad() {
        Random random = new Random(20_261_122);
        String odd = "APPS=+[](){}'\"#\\;:\n\r\t é\0";
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(60); length > 0; length--) {
                text.append(odd.charAt(random.nextInt(odd.length())));
            }
            assertThat(PythonSetting.read(text.toString(), name -> true)).isNotNull();
        }
    }

    private static List<String> read(String source) {
        return PythonSetting.read(source, name -> name.equals("APPS")).stream()
                .map(setting -> setting.value().strip().replaceAll("\\s+", " "))
                .toList();
    }
}
