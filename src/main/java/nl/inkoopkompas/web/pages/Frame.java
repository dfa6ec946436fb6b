package nl.inkoopkompas.web.pages;

import org.jspecify.annotations.Nullable;

/**
 * What stands around the content of a page.
 *
 * @param person who is logged in, null for nobody
 * @param demo whether this is a demo, with invented providers
 * @param section the first part of the address of the page
 * @param searched what the search field in the header holds
 * @param otherLanguage tag of the language to switch to
 * @param otherLanguageHref address of this page in that language
 */
record Frame(
        Surroundings.@Nullable Person person,
        boolean demo,
        String section,
        String searched,
        String ruleBookVersion,
        String ruleBookValidFrom,
        String version,
        String otherLanguage,
        String otherLanguageHref) {}
