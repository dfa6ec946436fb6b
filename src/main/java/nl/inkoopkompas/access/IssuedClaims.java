package nl.inkoopkompas.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads who somebody is from the claims of a token. Whoever has no role here, or more than one, is not let in. */
final class IssuedClaims {

    private static final Pattern MUNICIPALITY = Pattern.compile("\\d{4}");
    private static final int LONGEST = 255;

    private final IdentityProvider provider;

    IssuedClaims(IdentityProvider provider) {
        this.provider = provider;
    }

    IssuedPerson person(Map<String, Object> claims) {
        String username = text(claims, provider.usernameClaim());
        if (username == null || username.isBlank() || username.length() > LONGEST) {
            throw new NotAdmitted(NotAdmitted.Reason.NO_USERNAME);
        }
        Role role = role(claims);
        String name = text(claims, provider.nameClaim());
        return new IssuedPerson(
                username,
                name == null || name.isBlank() ? username : name,
                role,
                role == Role.TOEGANG ? municipality(claims) : null);
    }

    private Role role(Map<String, Object> claims) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String name : texts(claims, provider.rolesClaim())) {
            ours(name).forEach(roles::add);
        }
        if (roles.size() != 1) {
            throw new NotAdmitted(roles.isEmpty() ? NotAdmitted.Reason.NO_ROLE : NotAdmitted.Reason.SEVERAL_ROLES);
        }
        return roles.iterator().next();
    }

    /** The role that the issuer calls so; none when it is not about this program. */
    private Stream<Role> ours(String name) {
        return provider.roles().isEmpty()
                ? Arrays.stream(Role.values()).filter(role -> role.name().equals(name))
                : Stream.ofNullable(provider.roles().get(name));
    }

    private String municipality(Map<String, Object> claims) {
        String code = text(claims, provider.municipalityClaim());
        if (code == null || !MUNICIPALITY.matcher(code).matches()) {
            throw new NotAdmitted(NotAdmitted.Reason.NO_MUNICIPALITY);
        }
        return code;
    }

    private static @Nullable String text(Map<String, Object> claims, String path) {
        List<String> texts = texts(claims, path);
        return texts.size() == 1 ? texts.get(0) : null;
    }

    /** What stands under a path. A name with a dot in it goes before a claim within a claim. */
    private static List<String> texts(Map<?, ?> claims, String path) {
        Object value = claims.get(path);
        int dot = path.indexOf('.');
        if (value == null && dot > 0 && claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner) {
            return texts(inner, path.substring(dot + 1));
        }
        if (value instanceof Collection<?> values) {
            return values.stream()
                    .filter(Objects::nonNull)
                    .map(Object::toString)
                    .toList();
        }
        return value == null ? List.of() : List.of(value.toString());
    }
}
