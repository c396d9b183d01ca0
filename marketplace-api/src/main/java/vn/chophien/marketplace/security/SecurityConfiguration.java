package vn.chophien.marketplace.security;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import reactor.core.publisher.Mono;

/**
 * Stateless bearer-token security. What capabilities open through {@link SecurityRules} is open; every other endpoint is
 * refused, so that forgetting a rule never publishes anything.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityConfiguration {
    @Bean
    SecurityWebFilterChain security(
            ServerHttpSecurity http, ObjectProvider<SecurityRules> rules, UnnamedEndpoints unnamedEndpoints) {
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable) // nothing here is authenticated by a cookie
                .cors(ServerHttpSecurity.CorsSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .authorizeExchange(exchanges -> {
                    rules.orderedStream().forEach(rule -> rule.contribute(exchanges));
                    exchanges.anyExchange().access(unnamedEndpoints);
                })
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(
                                (exchange, failure) -> Mono.error(() -> refused(failure)))
                        .accessDeniedHandler((exchange, denied) -> Mono.error(AccessProblem::forbidden))
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(token -> Mono.just(authenticated(token)))))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (exchange, failure) -> Mono.error(() -> refused(failure)))
                        .accessDeniedHandler((exchange, denied) -> Mono.error(AccessProblem::forbidden)))
                .build();
    }

    /** The request as a whole is observed already; an observation per filter costs more than the filters do. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityRules operationsRules() {
        return exchanges -> exchanges
                .pathMatchers(
                        "/actuator/health/**", "/actuator/info", "/api/v1/openapi.json/**", "/api/v1/openapi.json")
                .permitAll()
                .pathMatchers("/actuator/**")
                .hasRole(Role.OPERATOR.name());
    }

    @Bean
    ReactiveJwtDecoder jwtDecoder(TokenSettings settings) {
        var decoder = NimbusReactiveJwtDecoder.withSecretKey(settings.key())
                .macAlgorithm(MacAlgorithm.HS256)
                .build();
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(JwtValidators.createDefaultWithIssuer(AccessTokens.ISSUER)));
        return decoder;
    }

    @Bean
    JwtEncoder jwtEncoder(TokenSettings settings) {
        return new NimbusJwtEncoder(new ImmutableSecret<>(settings.key()));
    }

    private static AbstractAuthenticationToken authenticated(Jwt token) {
        var roles = AccessTokens.roles(token).stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
        return new JwtAuthenticationToken(token, roles);
    }

    private static AccessProblem refused(AuthenticationException failure) {
        return failure instanceof InvalidBearerTokenException
                ? AccessProblem.invalidToken()
                : AccessProblem.signInRequired();
    }
}
