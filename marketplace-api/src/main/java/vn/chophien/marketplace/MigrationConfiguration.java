package vn.chophien.marketplace;

import io.r2dbc.spi.ConnectionFactoryOptions;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets Flyway, which speaks JDBC only, migrate the very database that everything else reaches over R2DBC. */
@Configuration(proxyBeanMethods = false)
class MigrationConfiguration {
    private static final int DEFAULT_PORT = 5432;

    /** Two interfaces: Flyway looks for the one to decide whether there is a database, and asks the other. */
    @Bean
    MigratedDatabase migratedDatabase(R2dbcConnectionDetails database) {
        return new MigratedDatabase(database.getConnectionFactoryOptions());
    }

    record MigratedDatabase(ConnectionFactoryOptions options)
            implements FlywayConnectionDetails, JdbcConnectionDetails {
        @Override
        public String getDriverClassName() {
            return "org.postgresql.Driver";
        }

        @Override
        public String getJdbcUrl() {
            var port = options.getValue(ConnectionFactoryOptions.PORT);
            return "jdbc:postgresql://%s:%s/%s"
                    .formatted(
                            options.getRequiredValue(ConnectionFactoryOptions.HOST),
                            port == null ? DEFAULT_PORT : port,
                            options.getRequiredValue(ConnectionFactoryOptions.DATABASE));
        }

        @Override
        public String getUsername() {
            return text(options.getValue(ConnectionFactoryOptions.USER));
        }

        @Override
        public String getPassword() {
            return text(options.getValue(ConnectionFactoryOptions.PASSWORD));
        }

        private static String text(@Nullable Object value) {
            return value == null ? "" : value.toString();
        }
    }
}
