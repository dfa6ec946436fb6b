package nl.inkoopkompas.web.pages;

import java.util.List;
import java.util.UUID;
import nl.inkoopkompas.admission.AdmissionType;
import org.springframework.stereotype.Component;

/** An admission is shown as a dossier. */
@Component
class AdmissionPage implements DecisionPage {

    @Override
    public List<String> types() {
        return List.of(AdmissionType.ID);
    }

    @Override
    public String address(UUID decision) {
        return ApplicationFilter.PATH + "/" + decision;
    }
}
