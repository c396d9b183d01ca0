package vn.chophien.indexer;

import java.util.Arrays;
import java.util.Set;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Without a command it keeps the index in step until it is stopped; with one it does that, prints a report and ends. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class IndexerApplication {

    private static final Set<String> COMMANDS = Set.of("rebuild", "compare", "retry-dead-letters");

    public static void main(String[] arguments) {
        if (arguments.length == 0 || arguments[0].startsWith("-")) {
            SpringApplication.run(IndexerApplication.class, arguments);
        } else if (COMMANDS.contains(arguments[0])) {
            new SpringApplicationBuilder(IndexerApplication.class)
                    .web(WebApplicationType.NONE)
                    .profiles("command")
                    .properties(
                            "chophien.indexer.command=" + arguments[0],
                            "spring.main.keep-alive=true",
                            "logging.level.root=warn")
                    .run(Arrays.copyOfRange(arguments, 1, arguments.length));
        } else {
            System.err.printf(
                    "%s is no command. There are: rebuild, compare, retry-dead-letters [--listing=ID] [--reason=TEXT].%n",
                    arguments[0]);
            System.exit(2);
        }
    }
}
