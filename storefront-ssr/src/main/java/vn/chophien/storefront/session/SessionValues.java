package vn.chophien.storefront.session;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.data.redis.serializer.SerializationException;

/** Values of a session as readable text: {@code l:} and {@code i:} numbers (Spring Session's own), {@code s:} our JSON. */
final class SessionValues implements RedisSerializer<Object> {

    @Override
    public byte[] serialize(@Nullable Object value) {
        var text = switch (value) {
            case null -> "";
            case Long number -> "l:" + number;
            case Integer number -> "i:" + number;
            case String string -> "s:" + string;
            default -> throw new SerializationException("A session holds text only, not " + value.getClass());
        };
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public @Nullable Object deserialize(byte @Nullable [] bytes) {
        if (bytes == null || bytes.length == 0) {
            return null;
        }
        var text = new String(bytes, StandardCharsets.UTF_8);
        var value = text.substring(2);
        return switch (text.charAt(0)) {
            case 'l' -> Long.valueOf(value);
            case 'i' -> Integer.valueOf(value);
            case 's' -> value;
            default -> throw new SerializationException("Not a session value: " + text.charAt(0));
        };
    }
}
