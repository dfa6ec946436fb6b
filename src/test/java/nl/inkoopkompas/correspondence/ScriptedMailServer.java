package nl.inkoopkompas.correspondence;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that goes wrong at one place of the conversation. */
final class ScriptedMailServer implements AutoCloseable {

    /** Where it goes wrong. */
    enum Trouble {
        NO_GREETING,
        REFUSES_RECIPIENT,
        REFUSES_MESSAGE,
        SILENT_AFTER_MESSAGE,
        HANGS_UP_AFTER_MESSAGE
    }

    final AtomicInteger messages = new AtomicInteger();

    private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final Trouble trouble;

    ScriptedMailServer(Trouble trouble) throws IOException {
        this.trouble = trouble;
        Thread thread = new Thread(this::serve, "scripted-mail");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                talk(client);
            } catch (IOException | InterruptedException e) {
                // The client hung up, or the test has ended.
            }
        }
    }

    private void talk(Socket client) throws IOException, InterruptedException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        Writer out = new java.io.OutputStreamWriter(client.getOutputStream(), StandardCharsets.US_ASCII);
        if (trouble == Trouble.NO_GREETING) {
            in.readLine();
            return;
        }
        say(out, "220 here");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("RCPT") && trouble == Trouble.REFUSES_RECIPIENT) {
                say(out, "550 no such mailbox");
            } else if (line.startsWith("DATA")) {
                say(out, "354 go on");
                String text = in.readLine();
                while (text != null && !text.equals(".")) {
                    text = in.readLine();
                }
                messages.incrementAndGet();
                switch (trouble) {
                    case REFUSES_MESSAGE -> say(out, "554 not here");
                    case SILENT_AFTER_MESSAGE -> in.readLine();
                    case HANGS_UP_AFTER_MESSAGE -> {
                        return;
                    }
                    default -> say(out, "250 taken");
                }
            } else {
                say(out, line.startsWith("QUIT") ? "221 bye" : "250 fine");
            }
        }
    }

    private static void say(Writer out, String line) throws IOException {
        out.write(line + "\r\n");
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
