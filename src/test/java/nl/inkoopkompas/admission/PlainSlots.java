package nl.inkoopkompas.admission;

import java.util.List;
import nl.inkoopkompas.rulebook.Shape;

/** Where the fields of an application stand, looked up once. */
final class PlainSlots {

    final int asOf;
    final int contract;
    final int applicant;
    final int products;
    final int judgements;
    final int responses;
    final int legalForm;
    final int employees;
    final int turnover;
    final int balance;
    final int events;
    final int measures;
    final int accounts;
    final int memberships;
    final int directors;
    final int conduct;
    final int declarations;
    final int usesVolunteers;
    final int volunteerPolicy;
    final int insurances;
    final int quality;
    final int housing;
    final int eventKind;
    final int eventDate;
    final int eventContract;
    final int eventHere;
    final int eventInitiative;
    final int eventImprovements;
    final int measureKind;
    final int measureDate;
    final int measureStatus;
    final int measureHere;
    final int year;
    final int equity;
    final int assets;
    final int conductSubject;
    final int conductHolder;
    final int conductDate;
    final int declarationDate;
    final int perEvent;
    final int perYear;
    final int proof;
    final int scheme;
    final int validUntil;
    final int code;
    final int experience;
    final int staff;
    final int from;
    final int to;
    final int trajectories;
    final int independently;
    final int satisfaction;
    final int statement;
    final int qualification;
    final int fte;
    final int actCriterion;
    final int actSubject;
    final int actAccepted;
    final int responseCriterion;
    final int responseSubject;
    final int responseKind;
    final int responseAccepted;
    final List<String> levels;

    PlainSlots(Shape request) {
        asOf = slot(request, "asOf");
        contract = slot(request, "contract");
        applicant = slot(request, "applicant");
        products = slot(request, "products");
        judgements = slot(request, "judgements");
        responses = slot(request, "responses");
        Shape who = item(request, "applicant");
        legalForm = slot(who, "legalForm");
        employees = slot(who, "employees");
        turnover = slot(who, "annualTurnover");
        balance = slot(who, "balanceSheetTotal");
        events = slot(who, "contractEvents");
        measures = slot(who, "supervisoryMeasures");
        accounts = slot(who, "annualAccounts");
        memberships = slot(who, "memberships");
        directors = slot(who, "directors");
        conduct = slot(who, "certificatesOfConduct");
        declarations = slot(who, "procurementDeclarations");
        usesVolunteers = slot(who, "usesVolunteers");
        volunteerPolicy = slot(who, "volunteerPolicy");
        insurances = slot(who, "insurances");
        quality = slot(who, "qualityCertificates");
        housing = slot(who, "housingAvailable");
        Shape event = item(who, "contractEvents");
        eventKind = slot(event, "kind");
        eventDate = slot(event, "date");
        eventContract = slot(event, "contract");
        eventHere = slot(event, "inThisRegion");
        eventInitiative = slot(event, "initiatedBy");
        eventImprovements = slot(event, "improvements");
        Shape measure = item(who, "supervisoryMeasures");
        measureKind = slot(measure, "kind");
        measureDate = slot(measure, "imposedOn");
        measureStatus = slot(measure, "status");
        measureHere = slot(measure, "locationServesRegion");
        Shape account = item(who, "annualAccounts");
        year = slot(account, "year");
        equity = slot(account, "equity");
        assets = slot(account, "totalAssets");
        Shape certificate = item(who, "certificatesOfConduct");
        conductSubject = slot(certificate, "subject");
        conductHolder = slot(certificate, "holder");
        conductDate = slot(certificate, "issuedOn");
        declarationDate = slot(item(who, "procurementDeclarations"), "issuedOn");
        Shape insurance = item(who, "insurances");
        perEvent = slot(insurance, "perEvent");
        perYear = slot(insurance, "perYear");
        proof = slot(insurance, "proofProvided");
        Shape sign = item(who, "qualityCertificates");
        scheme = slot(sign, "scheme");
        validUntil = slot(sign, "validUntil");
        Shape product = item(request, "products");
        code = slot(product, "code");
        experience = slot(product, "experience");
        staff = slot(product, "staff");
        Shape done = item(product, "experience");
        from = slot(done, "from");
        to = slot(done, "to");
        trajectories = slot(done, "trajectories");
        independently = slot(done, "independently");
        satisfaction = slot(done, "toSatisfaction");
        statement = slot(done, "statement");
        Shape member = item(product, "staff");
        qualification = slot(member, "qualification");
        fte = slot(member, "fte");
        levels = member.require("qualification").limits().options();
        Shape judgement = item(request, "judgements");
        actCriterion = slot(judgement, "criterion");
        actSubject = slot(judgement, "subject");
        actAccepted = slot(judgement, "accepted");
        Shape response = item(request, "responses");
        responseCriterion = slot(response, "criterion");
        responseSubject = slot(response, "subject");
        responseKind = slot(response, "kind");
        responseAccepted = slot(response, "accepted");
    }

    private static int slot(Shape shape, String name) {
        return shape.require(name).slot();
    }

    private static Shape item(Shape shape, String name) {
        return shape.require(name).requireItem();
    }
}
