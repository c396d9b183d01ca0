# Sourced by mvnw and start: points JAVA_HOME at a JDK 25 or newer, or says in one sentence that there is none.
# Looks at JAVA_HOME, the java on the PATH, and the places package managers and tool managers use.

jdk_feature_version() {
  [ -x "$1/bin/javac" ] || return 1
  [ -f "$1/release" ] || return 1
  sed -n 's/^JAVA_VERSION="\([0-9][0-9]*\).*/\1/p' "$1/release"
}

select_jdk() {
  path_java=$(command -v java 2>/dev/null || true)
  path_home=""
  if [ -n "$path_java" ]; then
    path_home=$(dirname "$(dirname "$(readlink -f "$path_java" 2>/dev/null || echo "$path_java")")")
  fi
  for candidate in "${JAVA_HOME:-}" "$path_home" /usr/lib/jvm/* "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/java/* /opt/jdk*; do
    [ -n "$candidate" ] || continue
    version=$(jdk_feature_version "$candidate") || continue
    if [ -n "$version" ] && [ "$version" -ge 25 ]; then
      JAVA_HOME=$candidate
      export JAVA_HOME
      return 0
    fi
  done
  echo "Chợ Phiên needs a JDK 25 or newer: none found. Install one (for example Eclipse Temurin 25) or set JAVA_HOME." >&2
  return 1
}

select_jdk
