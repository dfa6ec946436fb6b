package nl.inkoopkompas.backup;

/** A copy that is not made or not put back; the message says why in one sentence. */
final class BackupRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    BackupRefused(String sentence) {
        super(sentence);
    }
}
