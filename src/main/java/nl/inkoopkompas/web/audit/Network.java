package nl.inkoopkompas.web.audit;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/** The network that an address belongs to: enough to see a pattern in, too little to tell a person by. */
final class Network {

    private static final Pattern NUMERIC = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final int IPV4_BYTES = 3;
    private static final int IPV6_BYTES = 6;

    private Network() {}

    /** The first 24 bits of an address, or 48 of a long one. */
    static String of(String address) {
        String plain = address.replaceFirst("%.*", "").replaceAll("[\\[\\]]", "");
        if (!NUMERIC.matcher(plain).matches()) {
            return "-";
        }
        try {
            byte[] bytes = InetAddress.getByName(plain).getAddress();
            int kept = bytes.length == 4 ? IPV4_BYTES : IPV6_BYTES;
            Arrays.fill(bytes, kept, bytes.length, (byte) 0);
            return InetAddress.getByAddress(bytes).getHostAddress() + "/" + kept * 8;
        } catch (UnknownHostException notAnAddress) {
            return "-";
        }
    }
}
