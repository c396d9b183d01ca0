package vn.chophien.marketplace;

import java.time.InstantSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The marketplace API. Its settings are listed in {@code application.yaml}. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class MarketplaceApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(MarketplaceApplication.class, arguments);
    }

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }
}
