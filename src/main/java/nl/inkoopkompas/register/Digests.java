package nl.inkoopkompas.register;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/** The digests by which a change in the register shows. */
final class Digests {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Digests() {}

    /** Makes a digest tell nothing once the content and the salt are gone. */
    static String salt() {
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }

    static String of(JournalEntry entry, String salt, String content) {
        return sha256(List.of(
                salt,
                entry.id().toString(),
                entry.kind(),
                String.valueOf(entry.dossier()),
                entry.recordedAt().toString(),
                entry.recordedBy(),
                content));
    }

    /** SHA-256 over texts, each preceded by its length, in hexadecimal. */
    static String sha256(List<String> parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
