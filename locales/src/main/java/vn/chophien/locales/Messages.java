package vn.chophien.locales;

import com.ibm.icu.text.MessageFormat;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Every text a person reads: ICU messages with named arguments, one per key and language.
 *
 * <p>A missing key shows the key itself and is logged, so that one forgotten text never takes a page down; with the
 * system property {@link #STRICT} it is an error, so that no test overlooks it. Safe for use by many threads.
 */
public final class Messages {
    /** Set to {@code true} to fail on a missing key or argument. The build sets it for all tests. */
    public static final String STRICT = "chophien.messages.strict";

    private static final Logger LOG = System.getLogger(Messages.class.getName());

    private final Map<Language, Map<String, Message>> messages = new EnumMap<>(Language.class);
    private final boolean strict;

    private Messages(Map<Language, Map<String, String>> patterns, boolean strict) {
        this.strict = strict;
        patterns.forEach((language, texts) -> {
            var parsed = new TreeMap<String, Message>();
            texts.forEach((key, text) -> parsed.put(key, Message.parse(language, key, text)));
            messages.put(language, parsed);
        });
    }

    /** Loads all message files on the class path; fails on a malformed message or a key that two files define. */
    public static Messages load() {
        warmUp();
        return new Messages(MessageFiles.readAll(Messages.class.getClassLoader()), Boolean.getBoolean(STRICT));
    }

    /** ICU reads its data files when they are first needed, which should not be while somebody waits for a page. */
    private static void warmUp() {
        for (var language : Language.values()) {
            new MessageFormat("{n, number} {n, plural, other {#}} {n, date}", language.locale()).format(Map.of("n", 1));
            var formats = Formats.of(language);
            formats.money(1, "VND");
            formats.percent(BigDecimal.ONE);
            formats.weight(1);
        }
    }

    static Messages of(Map<Language, Map<String, String>> patterns, boolean strict) {
        return new Messages(patterns, strict);
    }

    public String format(Language language, String key) {
        return format(language, key, Map.of());
    }

    public String format(Language language, String key, Map<String, ?> arguments) {
        var message = message(language, key);
        if (message == null) {
            return missing("No message '%s' in language '%s'".formatted(key, language.tag()), key);
        }
        for (var name : message.argumentNames()) {
            if (!arguments.containsKey(name)) {
                return missing(
                        "Message '%s' needs the argument '%s', given were %s".formatted(key, name, arguments.keySet()),
                        message.format(arguments));
            }
        }
        return message.format(arguments);
    }

    /** Whether the key exists, in whatever language. */
    public boolean has(String key) {
        return messages.values().stream().anyMatch(texts -> texts.containsKey(key));
    }

    public Set<String> keys(Language language) {
        return Collections.unmodifiableSet(
                messages.getOrDefault(language, Map.of()).keySet());
    }

    /** The names a message's arguments must have. */
    public Set<String> argumentNames(Language language, String key) {
        var message = message(language, key);
        if (message == null) {
            throw new MissingMessageException("No message '%s' in language '%s'".formatted(key, language.tag()));
        }
        return message.argumentNames();
    }

    private @Nullable Message message(Language language, String key) {
        return messages.getOrDefault(language, Map.of()).get(key);
    }

    private String missing(String problem, String fallback) {
        if (strict) {
            throw new MissingMessageException(problem);
        }
        LOG.log(Level.ERROR, problem);
        return fallback;
    }

    /** One parsed message. A {@link MessageFormat} serves one thread at a time, so idle ones wait in a queue. */
    private record Message(MessageFormat prototype, Set<String> argumentNames, Queue<MessageFormat> idle) {
        static Message parse(Language language, String key, String text) {
            try {
                var format = new MessageFormat(text, language.locale());
                return new Message(
                        format,
                        Collections.unmodifiableSet(new TreeSet<>(format.getArgumentNames())),
                        new ConcurrentLinkedQueue<>());
            } catch (IllegalArgumentException malformed) {
                throw new IllegalStateException(
                        "Message '%s' in language '%s' is malformed: %s".formatted(key, language.tag(), text),
                        malformed);
            }
        }

        String format(Map<String, ?> arguments) {
            var waiting = idle.poll();
            var format = waiting != null ? waiting : prototype.clone();
            var text = format.format(arguments);
            idle.add(format);
            return text;
        }
    }
}
