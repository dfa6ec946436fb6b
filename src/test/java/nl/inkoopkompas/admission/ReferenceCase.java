package nl.inkoopkompas.admission;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One application with the norms of its reference date. */
record ReferenceCase(JsonNode request, ReferenceNorms norms) {

    LocalDate asOf() {
        return Objects.requireNonNull(ReferenceFacts.date(request, "asOf"));
    }

    String contract() {
        return Objects.requireNonNull(ReferenceFacts.text(request, "contract"));
    }

    JsonNode applicant() {
        return request.get("applicant");
    }

    int products() {
        return request.get("products").size();
    }

    JsonNode product(int index) {
        return request.get("products").get(index);
    }

    String code(int index) {
        return Objects.requireNonNull(ReferenceFacts.text(product(index), "code"));
    }

    /** The row of the product table for a product applied for. */
    Map<String, Object> productRow(int index) {
        return norms.rows("admission/products").stream()
                .filter(row ->
                        contract().equals(row.get("contract")) && code(index).equals(row.get("code")))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No product " + code(index) + " of " + contract()));
    }

    /** How one comes in: WINDOW, INVITATION or CLOSED. */
    @Nullable
    String entry() {
        return norms.rows("reference/contracts").stream()
                .filter(row -> contract().equals(row.get("id")))
                .findFirst()
                .map(row -> (String) row.get("entry"))
                .orElse(null);
    }

    /** The entry windows of a product: its own and those of the whole contract. */
    List<Map<String, Object>> windows(int index) {
        return norms.rows("admission/entry-windows").stream()
                .filter(row -> contract().equals(row.get("contract")))
                .filter(row -> "*".equals(row.get("product")) || code(index).equals(row.get("product")))
                .toList();
    }

    /** Whether a window holds the reference date, both ends included. */
    ReferenceTruth holds(Map<String, Object> window) {
        LocalDate opens = (LocalDate) window.get("opensOn");
        LocalDate closes = (LocalDate) window.get("closesOn");
        return ReferenceTruth.ofNullable(opens == null ? null : !opens.isAfter(asOf()))
                .and(ReferenceTruth.ofNullable(closes == null ? null : !closes.isBefore(asOf())));
    }

    /** README "Look-back": d + n years ≥ asOf and d ≤ asOf. An unset n is unknown, unless d is after asOf. */
    ReferenceTruth inLookBack(@Nullable LocalDate day, String yearsKey) {
        return notAfter(day).and(reaches(day, yearsKey));
    }

    /** Whether a day is up to the reference date: facts dated after it do not count. */
    ReferenceTruth notAfter(@Nullable LocalDate day) {
        return ReferenceTruth.ofNullable(day == null ? null : !day.isAfter(asOf()));
    }

    /** Whether day + n years ≥ asOf. */
    ReferenceTruth reaches(@Nullable LocalDate day, String yearsKey) {
        Long years = norms.whole(yearsKey);
        return day == null || years == null
                ? ReferenceTruth.UNKNOWN
                : ReferenceTruth.of(!day.plusYears(years).isBefore(asOf()));
    }

    /** Whether a document of this day counts: issued by asOf and, unless the maximum is unset, not too old. */
    boolean issuedInTime(LocalDate issuedOn, String maxMonthsKey) {
        Long months = norms.whole(maxMonthsKey);
        return !issuedOn.isAfter(asOf())
                && (months == null || !issuedOn.plusMonths(months).isBefore(asOf()));
    }
}
