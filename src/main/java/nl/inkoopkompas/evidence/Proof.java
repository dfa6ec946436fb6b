package nl.inkoopkompas.evidence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a document is to prove: a value of the application, where it stood when the document came in.
 *
 * @param pointer into the application: an element of a list, or a value that stands in no list
 * @param value canonical JSON of what stood there
 * @param product code of the product that the value belongs to; null where it belongs to none
 */
public record Proof(String pointer, String value, @Nullable String product) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PRODUCTS = "/products/";

    /** What stands at a pointer now; empty where nothing does, or where no document can prove it. */
    static Optional<Proof> of(String pointer, JsonNode request) {
        Optional<JsonPointer> parsed = parsed(pointer);
        if (parsed.isEmpty() || !isProvable(pointer, request)) {
            return Optional.empty();
        }
        JsonNode value = request.at(parsed.get());
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        String product = null;
        if (pointer.startsWith(PRODUCTS)) {
            product = request.path("products")
                    .path(Integer.parseInt(pointer.split("/", -1)[2]))
                    .path("code")
                    .asString(null);
        }
        return Optional.of(new Proof(pointer, canonical(value), product));
    }

    /** Whether anything is known at a pointer. */
    static boolean stands(String pointer, JsonNode request) {
        return parsed(pointer)
                .map(request::at)
                .filter(value -> !value.isMissingNode() && !value.isNull())
                .isPresent();
    }

    /** Where the same value stands in a request now, as its list may have become shorter; empty where it is gone. */
    Optional<String> in(JsonNode request) {
        Optional<String> here = moved(request);
        if (here.isEmpty()) {
            return here;
        }
        String place = here.get();
        if (isAt(place, request)) {
            return here;
        }
        int slash = place.lastIndexOf('/');
        String list = place.substring(0, slash);
        JsonNode elements = request.at(list);
        if (elements.isArray()) {
            for (int i = 0; i < elements.size(); i++) {
                if (canonical(elements.path(i)).equals(value)) {
                    return Optional.of(list + "/" + i);
                }
            }
        }
        return Optional.empty();
    }

    /** The pointer, with the place that the product has now. */
    private Optional<String> moved(JsonNode request) {
        if (product == null) {
            return Optional.of(pointer);
        }
        JsonNode products = request.path("products");
        for (int i = 0; i < products.size(); i++) {
            if (product.equals(products.path(i).path("code").asString(null))) {
                String rest = pointer.substring(PRODUCTS.length());
                int slash = rest.indexOf('/');
                return Optional.of(PRODUCTS + i + (slash < 0 ? "" : rest.substring(slash)));
            }
        }
        return Optional.empty();
    }

    private boolean isAt(String place, JsonNode request) {
        JsonNode found = request.at(place);
        return !found.isMissingNode() && canonical(found).equals(value);
    }

    /** Whether it points at an element of a list, or at a value outside lists: another could take its place else. */
    private static boolean isProvable(String pointer, JsonNode request) {
        if (!pointer.startsWith("/applicant/") && !pointer.startsWith(PRODUCTS)) {
            return false;
        }
        List<String> parts = new ArrayList<>(List.of(pointer.substring(1).split("/", -1)));
        int first = parts.get(0).equals("products") ? 2 : 1;
        if (parts.size() <= first || (first == 2 && !isIndex(parts.get(1)))) {
            return false;
        }
        JsonNode at =
                first == 2 ? request.path("products").path(Integer.parseInt(parts.get(1))) : request.path("applicant");
        for (int i = first; i < parts.size(); i++) {
            boolean inList = at.isArray();
            if (inList && (!isIndex(parts.get(i)) || i < parts.size() - 1)) {
                return false;
            }
            at = inList ? at.path(Integer.parseInt(parts.get(i))) : at.path(parts.get(i));
        }
        return true;
    }

    private static boolean isIndex(String part) {
        return part.matches("0|[1-9]\\d{0,5}");
    }

    private static Optional<JsonPointer> parsed(String pointer) {
        try {
            return Optional.of(JsonPointer.compile(pointer));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static String canonical(JsonNode value) {
        try {
            // The canonical form is of objects and lists, so that a bare value is wrapped.
            String wrapped = new JsonCanonicalizer(JSON.writeValueAsString(List.of(value))).getEncodedString();
            return wrapped.substring(1, wrapped.length() - 1);
        } catch (IOException e) {
            throw new IllegalStateException("All JSON that was read has a canonical form", e);
        }
    }
}
