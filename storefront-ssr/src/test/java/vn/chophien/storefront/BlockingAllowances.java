package vn.chophien.storefront;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/** What may block an event loop in tests: things the Java platform and libraries do once, and nothing of ours. */
public class BlockingAllowances implements BlockHoundIntegration {

    @Override
    public void applyTo(BlockHound.Builder builder) {
        // A class is read from its jar when it is first needed.
        builder.allowBlockingCallsInside("java.lang.ClassLoader", "loadClass");
        builder.allowBlockingCallsInside("jdk.internal.loader.BuiltinClassLoader", "loadClass");
        builder.allowBlockingCallsInside("java.lang.invoke.MethodHandleNatives", "linkCallSite");
        // Its data are read from its jar when they are first needed.
        builder.allowBlockingCallsInside("com.ibm.icu.impl.ICUBinary", "getData");
        // How a class is read or written as JSON is worked out once, under a lock.
        builder.allowBlockingCallsInside(
                "tools.jackson.databind.deser.DeserializerCache", "_createAndCacheValueDeserializer");
        builder.allowBlockingCallsInside(
                "tools.jackson.databind.ser.SerializerCache", "addAndResolveNonTypedSerializer");
        // Months and dates in Vietnamese: the locale data are read when they are first needed.
        builder.allowBlockingCallsInside("sun.util.resources.LocaleData", "getBundle");
        builder.allowBlockingCallsInside("java.util.ServiceLoader$LazyClassPathLookupIterator", "parse");
        // Two answers of a kind that is read for the first time: one event loop waits while the other learns how.
        builder.allowBlockingCallsInside(
                "tools.jackson.databind.deser.DeserializerCache", "_createAndCacheValueDeserializer");
    }
}
