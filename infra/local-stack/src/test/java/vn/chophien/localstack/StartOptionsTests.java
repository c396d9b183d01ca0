package vn.chophien.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartOptionsTests {
    @TempDir
    private Path folder;

    @Test
    void startsTheDemoOnPort8080WithoutOptions() {
        assertThat(parse()).isEqualTo(new StartOptions(new StartOptions.Market.Demo(), false, 8080));
    }

    @Test
    void takesAllOptionsInAnyOrder() throws IOException {
        writeMarket();

        assertThat(parse("--reset", "--data=" + folder, "--port", "9000"))
                .isEqualTo(new StartOptions(new StartOptions.Market.Folder(folder), true, 9000));
    }

    @Test
    void startsAnEmptyMarketWithoutDemo() {
        assertThat(parse("--no-demo").market()).isEqualTo(new StartOptions.Market.Empty());
    }

    @Test
    void namesTheFileAMarketFolderLacks() throws IOException {
        writeMarket();
        Files.delete(folder.resolve("products.jsonl"));

        assertThatThrownBy(() -> parse("--data", folder.toString()))
                .isInstanceOf(LocalStackException.class)
                .hasMessage("--data: the folder %s has no readable products.jsonl.", folder);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --bogus         | There is no option --bogus; ./start --help lists the options.
                    8080            | There is no option 8080; ./start --help lists the options.
                    --port          | The option --port needs a value; ./start --help lists the options.
                    --port,--reset  | The option --port needs a value; ./start --help lists the options.
                    --port,80       | --port: 80 is not a number from 1024 to 65523.
                    --port,65524    | --port: 65524 is not a number from 1024 to 65523.
                    --port,x        | --port: x is not a number from 1024 to 65523.
                    --reset=yes     | The option --reset takes no value; ./start --help lists the options.
                    --data,/nowhere | --data: there is no folder /nowhere.
                    """)
    void refusesABadOptionInOneSentence(String arguments, String sentence) {
        assertThatThrownBy(() -> parse(arguments.split(",")))
                .isInstanceOf(LocalStackException.class)
                .hasMessage(sentence);
    }

    private void writeMarket() throws IOException {
        for (var name : List.of("cooperatives", "categories", "products")) {
            Files.writeString(folder.resolve(name + ".jsonl"), "");
        }
    }

    private static StartOptions parse(String... arguments) {
        return StartOptions.parse(List.of(arguments));
    }
}
