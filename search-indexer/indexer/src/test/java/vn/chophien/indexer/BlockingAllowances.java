package vn.chophien.indexer;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/** What may block a reactive thread in tests: things that the Java platform and libraries do once, and nothing of ours. */
public class BlockingAllowances implements BlockHoundIntegration {
    @Override
    public void applyTo(BlockHound.Builder builder) {
        // A class is read from its jar when it is first needed.
        builder.allowBlockingCallsInside("java.lang.ClassLoader", "loadClass");
        builder.allowBlockingCallsInside("jdk.internal.loader.BuiltinClassLoader", "loadClass");
        builder.allowBlockingCallsInside("java.lang.invoke.MethodHandleNatives", "linkCallSite");
        // How a class is read or written as JSON is worked out once, under a lock.
        builder.allowBlockingCallsInside(
                "tools.jackson.databind.deser.DeserializerCache", "_createAndCacheValueDeserializer");
        builder.allowBlockingCallsInside(
                "tools.jackson.databind.ser.SerializerCache", "addAndResolveNonTypedSerializer");
        // Each sign-in of the database driver takes a nonce from the operating system.
        builder.allowBlockingCallsInside("com.ongres.scram.common.ScramFunctions", "nonce");
    }
}
