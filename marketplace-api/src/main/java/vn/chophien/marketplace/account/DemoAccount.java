package vn.chophien.marketplace.account;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import vn.chophien.marketplace.security.Role;

/** The people of a local market. Their passwords are printed for everybody, so nowhere else may they sign in. */
enum DemoAccount {
    BUYER("Chị Lan", EnumSet.of(Role.BUYER)),
    SELLER("Anh Y Bhiăng", EnumSet.of(Role.BUYER)),
    OFFICER("Chị Hà, Sở Công Thương", EnumSet.of(Role.BUYER, Role.OFFICER)),
    OFFICER2("Anh Dũng, Sở Công Thương", EnumSet.of(Role.BUYER, Role.OFFICER)),
    OPERATOR("Ban quản lý chợ", EnumSet.of(Role.BUYER, Role.OPERATOR)),
    /** Approves what the other drafted. */
    OPERATOR2("Kế toán chợ", EnumSet.of(Role.BUYER, Role.OPERATOR));

    private final String displayName;
    private final Set<Role> roles;

    DemoAccount(String displayName, Set<Role> roles) {
        this.displayName = displayName;
        this.roles = roles;
    }

    static boolean knows(EmailAddress email, String password) {
        return Arrays.stream(values())
                .anyMatch(demo -> demo.email().equals(email) && demo.password().equals(password));
    }

    EmailAddress email() {
        return new EmailAddress(localPart() + "@example.vn");
    }

    String password() {
        return "demo-" + localPart();
    }

    String displayName() {
        return displayName;
    }

    Set<Role> roles() {
        return roles;
    }

    private String localPart() {
        return name().toLowerCase(Locale.ROOT);
    }
}
