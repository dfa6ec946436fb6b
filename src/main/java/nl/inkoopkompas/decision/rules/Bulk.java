package nl.inkoopkompas.decision.rules;

import java.util.List;
import nl.inkoopkompas.decision.Verdict;
import nl.inkoopkompas.decision.algebra.CaseFile;
import nl.inkoopkompas.decision.algebra.Criterion;
import nl.inkoopkompas.decision.algebra.Element;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

/** Judges many requests in one session and keeps nothing but the verdicts. */
record Bulk(KieBase base, Criteria criteria, Bound[] ordered, int subjects) {

    void judge(List<Element> requests, boolean[] asked, byte[][] into) {
        Criterion[][] facts = new Criterion[requests.size()][];
        KieSession session = base.newKieSession();
        try {
            for (int n = 0; n < facts.length; n++) {
                facts[n] = insert(requests.get(n), asked, into[n], session);
            }
            session.fireAllRules();
        } finally {
            session.dispose();
        }
        for (int n = 0; n < facts.length; n++) {
            for (int at = 0; at < facts[n].length; at++) {
                if (facts[n][at] != null) {
                    into[n][at] = (byte) facts[n][at].verdict().ordinal();
                }
            }
        }
    }

    private Criterion[] insert(Element request, boolean[] asked, byte[] into, KieSession session) {
        CaseFile file = criteria.open(request);
        Criterion[] facts = new Criterion[into.length];
        Element[][] judged = new Element[subjects][];
        int at = 0;
        for (int i = 0; i < ordered.length; i++) {
            Bound bound = ordered[i];
            if (judged[bound.subject()] == null) {
                judged[bound.subject()] = bound.declaration().subjects(request);
            }
            boolean applies = asked[i] && bound.applicability().in(request).applies();
            for (Element subject : judged[bound.subject()]) {
                if (applies) {
                    facts[at] = bound.declaration().about(file, subject);
                    session.insert(facts[at]);
                } else if (asked[i]) {
                    into[at] = (byte) Verdict.NOT_APPLICABLE.ordinal();
                }
                at++;
            }
        }
        return facts;
    }
}
