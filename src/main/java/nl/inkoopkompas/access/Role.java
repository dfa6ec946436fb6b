package nl.inkoopkompas.access;

/** What a person may do. */
public enum Role {
    TOEGANG("Medewerker van de toegang", "Officer of the municipal access team"),
    INKOPER("Inkoper", "Procurement officer"),
    RWO("Regionale werkorganisatie", "Regional organisation"),
    PROGRAMMADIRECTEUR("Programmadirecteur", "Programme director"),
    BELEID("Beleidsadviseur", "Policy adviser"),
    AUDITOR("Auditor", "Auditor"),
    BEHEERDER("Beheerder", "Administrator");

    private final String dutch;
    private final String english;

    Role(String dutch, String english) {
        this.dutch = dutch;
        this.english = english;
    }

    public String dutch() {
        return dutch;
    }

    public String english() {
        return english;
    }

    /** The name by which Spring Security knows it. */
    String authority() {
        return "ROLE_" + name();
    }
}
