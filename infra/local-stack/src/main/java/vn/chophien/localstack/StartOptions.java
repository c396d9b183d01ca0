package vn.chophien.localstack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/**
 * What {@code ./start} was asked for.
 *
 * @param market the market to load: the demo, none, or a folder of JSON Lines
 * @param reset whether to forget the data of earlier starts
 * @param port the storefront's port; the others follow from it
 */
record StartOptions(Market market, boolean reset, int port) {
    static final String USAGE = """
            Usage: ./start [--data DIR] [--reset] [--port BASE] [--no-demo]

              --data DIR    load the market in DIR (JSON Lines: cooperatives, categories, products, …) instead of the demo
              --reset       forget this market's data and load it afresh
              --port BASE   storefront on BASE (default 8080), API BASE+1, indexer BASE+2, payment sandbox BASE+3,
                            PostgreSQL BASE+10, Redis BASE+11, Elasticsearch BASE+12
              --no-demo     start with an empty market, without demo accounts""";

    private static final String HELP = "./start --help lists the options.";
    private static final int DEFAULT_PORT = 8080;
    private static final int HIGHEST_OFFSET = 12;
    private static final List<String> REQUIRED_FILES =
            List.of("cooperatives.jsonl", "categories.jsonl", "products.jsonl");

    sealed interface Market {
        record Demo() implements Market {}

        record Empty() implements Market {}

        record Folder(Path path) implements Market {}
    }

    static StartOptions parse(List<String> arguments) {
        var rest = new ArrayDeque<>(arguments);
        Optional<Path> data = Optional.empty();
        var reset = false;
        var demo = true;
        var port = DEFAULT_PORT;
        while (!rest.isEmpty()) {
            var argument = rest.pop();
            var equals = argument.indexOf('=');
            if (argument.startsWith("--") && equals > 0) {
                rest.push(argument.substring(equals + 1));
                argument = argument.substring(0, equals);
                if (!argument.equals("--data") && !argument.equals("--port")) {
                    throw new LocalStackException("The option %s takes no value; %s".formatted(argument, HELP));
                }
            }
            switch (argument) {
                case "--data" -> data = Optional.of(marketFolder(valueOf(argument, rest)));
                case "--port" -> port = port(valueOf(argument, rest));
                case "--reset" -> reset = true;
                case "--no-demo" -> demo = false;
                default -> throw new LocalStackException("There is no option %s; %s".formatted(argument, HELP));
            }
        }
        var fallback = demo ? new Market.Demo() : new Market.Empty();
        return new StartOptions(data.<Market>map(Market.Folder::new).orElse(fallback), reset, port);
    }

    private static String valueOf(String option, ArrayDeque<String> rest) {
        if (rest.isEmpty() || rest.peek().startsWith("--")) {
            throw new LocalStackException("The option %s needs a value; %s".formatted(option, HELP));
        }
        return rest.pop();
    }

    private static Path marketFolder(String value) {
        var folder = Path.of(value).toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) {
            throw new LocalStackException("--data: there is no folder %s.".formatted(folder));
        }
        for (var file : REQUIRED_FILES) {
            if (!Files.isReadable(folder.resolve(file))) {
                throw new LocalStackException("--data: the folder %s has no readable %s.".formatted(folder, file));
            }
        }
        return folder;
    }

    private static int port(String value) {
        var highest = 65_535 - HIGHEST_OFFSET;
        try {
            var port = Integer.parseInt(value);
            if (port >= 1024 && port <= highest) {
                return port;
            }
        } catch (NumberFormatException e) {
            // The sentence below says what a port is.
        }
        throw new LocalStackException("--port: %s is not a number from 1024 to %d.".formatted(value, highest));
    }
}
