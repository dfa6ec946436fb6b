package nl.inkoopkompas.evidence;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends a file to a ClamAV daemon, as the command INSTREAM has it: in pieces, each with its length before it. */
final class ClamdScanner implements VirusScanner {

    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern FOUND = Pattern.compile("stream: (.+) FOUND");
    private static final String NOTHING = "stream: OK";
    private static final int PIECE = 64 * 1024;
    private static final int LONGEST_ANSWER = 1024;

    private final String host;
    private final int port;
    private final int patience;

    ClamdScanner(String host, int port, Duration patience) {
        this.host = host;
        this.port = port;
        this.patience = Math.toIntExact(patience.toMillis());
    }

    @Override
    public Scan scan(Path file) throws IOException {
        try (Socket socket = new Socket();
                InputStream content = Files.newInputStream(file)) {
            socket.connect(new InetSocketAddress(host, port), patience);
            socket.setSoTimeout(patience);
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
            out.write(COMMAND);
            byte[] piece = new byte[PIECE];
            for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
                if (read > 0) {
                    out.writeInt(read);
                    out.write(piece, 0, read);
                }
            }
            out.writeInt(0);
            out.flush();
            return answer(new String(socket.getInputStream().readNBytes(LONGEST_ANSWER), StandardCharsets.US_ASCII));
        }
    }

    private static Scan answer(String text) throws IOException {
        String answer = text.replace("\0", "").strip();
        Matcher found = FOUND.matcher(answer);
        if (found.matches()) {
            return new Scan(true, found.group(1));
        }
        if (!answer.equals(NOTHING)) {
            throw new IOException("The virus scanner answers: " + answer);
        }
        return Scan.CLEAN;
    }
}
