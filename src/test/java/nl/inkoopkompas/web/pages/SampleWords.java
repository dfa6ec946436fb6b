package nl.inkoopkompas.web.pages;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.inkoopkompas.decision.Finding.AppliedNorm;
import nl.inkoopkompas.rulebook.Parameter;
import nl.inkoopkompas.rulebook.SourceReference;

/** The words of an invented rule book. */
final class SampleWords implements Words, Words.Dictionary {

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("admission.entry-window", "Toetreding open"),
            Map.entry("admission.re-entry-ban", "Verbod op terugkeer"),
            Map.entry("admission.negative-experience", "Negatieve ervaringen"),
            Map.entry("admission.experience", "Ervaring"),
            Map.entry("admission.administrative-measure", "Maatregel van toezicht"),
            Map.entry("admission.financial-health", "Financieel gezond"),
            Map.entry("admission.association", "Lid van een vereniging"),
            Map.entry("admission.certificate-of-conduct", "Verklaring omtrent gedrag"),
            Map.entry("admission.competent-staff", "Bekwaam personeel"),
            Map.entry("admission.volunteer-policy", "Vrijwilligersbeleid"),
            Map.entry("admission.insurance", "Verzekering"),
            Map.entry("admission.housing", "Huisvesting"),
            Map.entry("ambulant-jeugd", "Ambulant jeugd"),
            Map.entry("hulp-bij-huishouden", "Hulp bij huishouden"),
            Map.entry("45A04", "Ambulante begeleiding"),
            Map.entry("45A05", "Specialistische begeleiding"),
            Map.entry("54G01", "Vaktherapie"),
            Map.entry("admission.negative-experience.look-back-years", "Terugkijkperiode"),
            Map.entry("TERMINATED", "Opgezegd"),
            Map.entry("COMMISSIONER", "de opdrachtgever"),
            Map.entry("2024-05-10", "10 mei 2024"));

    @Override
    public String criterion(String id) {
        return label(id);
    }

    @Override
    public String field(String pointer) {
        var parts = pointer.split("/");
        return parts[parts.length - 1].equals("-") ? parts[parts.length - 2] : parts[parts.length - 1];
    }

    @Override
    public String value(String pointer, Object value) {
        return label(String.valueOf(value));
    }

    @Override
    public String norm(String key) {
        return label(key);
    }

    @Override
    public List<Labelled> normValue(AppliedNorm norm) {
        if (norm.value() instanceof Map<?, ?> cells) {
            return cells.entrySet().stream()
                    .map(cell -> new Labelled(String.valueOf(cell.getKey()), String.valueOf(cell.getValue())))
                    .toList();
        }
        return List.of(new Labelled("", norm.value() + ("years".equals(norm.unit()) ? " jaar" : "")));
    }

    @Override
    public String parameterValue(Parameter parameter, Object value) {
        return value.toString();
    }

    @Override
    public String source(SourceReference source) {
        return "Inkoopplan jeugd en Wmo 2025, § " + source.section();
    }

    @Override
    public Optional<Reading> interpretation(String id) {
        return Optional.of(new Reading(
                id,
                "Telt een contract mee dat de aanbieder zelf opzegde?",
                "Een contract dat de aanbieder zelf opzegde, telt niet mee.",
                List.of("Elke opzegging telt mee.")));
    }

    @Override
    public String contract(String id) {
        return label(id);
    }

    @Override
    public String product(String code) {
        return label(code.replaceFirst("-.*", ""));
    }

    @Override
    public Words of(String ruleBookVersion, Locale locale) {
        return this;
    }

    @Override
    public Words of(String ruleBookVersion, String decision, Locale locale) {
        return this;
    }

    @Override
    public Words current(Locale locale) {
        return this;
    }

    private static String label(String id) {
        return LABELS.getOrDefault(id, id);
    }
}
