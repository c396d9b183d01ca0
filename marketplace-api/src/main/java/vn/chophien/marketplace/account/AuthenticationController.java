package vn.chophien.marketplace.account;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.id.SecretToken;
import vn.chophien.marketplace.security.ClientAddress;

/** Signing in, staying signed in and signing out. */
@RestController
@RequestMapping("/api/v1/auth")
class AuthenticationController {
    private final SignIn signIn;
    private final Sessions sessions;

    AuthenticationController(SignIn signIn, Sessions sessions) {
        this.signIn = signIn;
        this.sessions = sessions;
    }

    @PostMapping("/token")
    Mono<TokenResponse> signIn(@Valid @RequestBody SignInRequest request, ClientAddress client) {
        return signIn.signIn(request.email(), request.password(), client);
    }

    @PostMapping("/refresh")
    Mono<TokenResponse> refresh(@Valid @RequestBody RefreshRequest request) {
        return sessions.resume(new SecretToken(request.refreshToken()));
    }

    @PostMapping("/revoke")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> signOut(@Valid @RequestBody RefreshRequest request) {
        return sessions.end(new SecretToken(request.refreshToken()));
    }

    record SignInRequest(
            @NotBlank @Size(max = 320) String email,
            @NotBlank @Size(max = 200) String password) {

        @Override
        public String toString() {
            return "SignInRequest[email=" + email + "]";
        }
    }

    record RefreshRequest(@NotBlank @Size(max = 200) String refreshToken) {
        @Override
        public String toString() {
            return "RefreshRequest[hidden]";
        }
    }
}
