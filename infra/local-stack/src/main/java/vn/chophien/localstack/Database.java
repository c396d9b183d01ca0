package vn.chophien.localstack;

/** How to reach one PostgreSQL database. */
public record Database(String host, int port, String name, String user, String password) {
    public String r2dbcUrl() {
        return "r2dbc:postgresql://%s:%d/%s".formatted(host, port, name);
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://%s:%d/%s".formatted(host, port, name);
    }
}
