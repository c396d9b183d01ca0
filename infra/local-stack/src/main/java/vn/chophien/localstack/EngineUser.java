package vn.chophien.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * PostgreSQL and Elasticsearch refuse to run as root, so under root they run as {@code nobody}, in folders that belong to
 * it; else they run as whoever started us.
 */
final class EngineUser {
    private static final String USER = "nobody";
    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    private EngineUser() {}

    static boolean isSwitched() {
        return ROOT;
    }

    /** The command, run as the engines' user. */
    static List<String> command(List<String> command) {
        if (!ROOT) {
            return command;
        }
        var setpriv = program("setpriv")
                .orElseThrow(() -> new LocalStackException(
                        "PostgreSQL and Elasticsearch refuse to run as root and the program setpriv (util-linux), which would"
                                + " run them as nobody, is not on the PATH: install it or start as another user."));
        var switched = new ArrayList<>(
                List.of(setpriv.toString(), "--reuid=" + USER, "--regid=" + group().getName(), "--clear-groups"));
        switched.addAll(command);
        return switched;
    }

    /** Gives the folder and everything in it to the engines' user. */
    static void own(Path folder) {
        if (!ROOT) {
            return;
        }
        var user = user();
        var group = group();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                        throws IOException {
                    give(directory, user, group);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    give(file, user, group);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the engines' user may pass every folder above this one. */
    static boolean reaches(Path folder) {
        if (!ROOT) {
            return true;
        }
        for (var parent = folder.toAbsolutePath(); parent != null; parent = parent.getParent()) {
            if (Files.exists(parent) && !isPassable(parent)) {
                return false;
            }
        }
        return true;
    }

    static Optional<Path> program(String name) {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin");
        for (var folder : path.split(":")) {
            var candidate = Path.of(folder, name);
            if (Files.isExecutable(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private static boolean isPassable(Path folder) {
        try {
            return Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_EXECUTE)
                    || Files.getOwner(folder).equals(user());
        } catch (IOException e) {
            return false;
        }
    }

    private static void give(Path path, UserPrincipal user, GroupPrincipal group) throws IOException {
        var view =
                Files.getFileAttributeView(path, PosixFileAttributeView.class, java.nio.file.LinkOption.NOFOLLOW_LINKS);
        view.setOwner(user);
        view.setGroup(group);
    }

    private static UserPrincipal user() {
        try {
            return Path.of("/").getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(USER);
        } catch (IOException e) {
            throw new LocalStackException("There is no user nobody to run PostgreSQL and Elasticsearch as.", e);
        }
    }

    private static GroupPrincipal group() {
        var lookup = Path.of("/").getFileSystem().getUserPrincipalLookupService();
        for (var name : List.of("nogroup", "nobody")) {
            try {
                return lookup.lookupPrincipalByGroupName(name);
            } catch (IOException e) {
                // Debian calls it nogroup, Fedora nobody.
            }
        }
        throw new LocalStackException("There is no group nogroup or nobody to run PostgreSQL and Elasticsearch in.");
    }
}
