package nl.inkoopkompas.web.pages;

import static org.springframework.web.util.HtmlUtils.htmlUnescape;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds what a page calls by its name in the program instead of in words. */
final class RawCodes {

    /** What is no text, is marked as code, or names a judgment. */
    private static final Pattern NO_WORDS = Pattern.compile(
            "(?s)<(head|script|style|code|pre|textarea)\\b.*?</\\1>|<!--.*?-->|<span class=\"pointer[^>]*>[^<]*|ECLI:[A-Z]+:[A-Z]+");

    /** An option, a field, its place in a request, or a text that is not there. */
    private static final Pattern CODE = Pattern.compile(
            "\\b[A-Z]{2,}_[A-Z_]+\\b|\\b[A-Z]{4,}\\b" + "|\\b[a-z]+[A-Z][a-z]\\w*|(?<![\\w/.])/[a-z][a-zA-Z]+|\\?\\?");

    /** Abbreviations and names; the last ones stand in the tables that a made-up population is drawn from. */
    private static final Set<String> USED = Set.of(
            "SNAPSHOT",
            "HTTP",
            "JSON",
            "XLSX",
            "JPEG",
            "EUPL",
            "SROI",
            "RSIN",
            "WCAG",
            "EMVI",
            "iJw",
            "iWmo",
            "NIEUW",
            "opensOn",
            "closesOn",
            "/contract",
            "/applicant");

    private RawCodes() {}

    static Set<String> in(String page) {
        String text = htmlUnescape(NO_WORDS.matcher(page).replaceAll("").replaceAll("<[^>]*>", " "));
        return CODE.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(code -> !USED.contains(code))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
