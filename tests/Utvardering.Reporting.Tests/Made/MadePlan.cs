using Utvardering.Disclosure.Tables;

namespace Utvardering.Reporting.Tests.Made;

/// <summary>Groups, designs, programmes and sources as the repository's plan has them, with municipalities enough to draw.</summary>
internal static class MadePlan
{
    public static readonly DateOnly Start = new(2024, 1, 1);

    public static readonly IReadOnlyList<(string Code, string Name, string Group, double People)> Municipalities =
    [
        ("0305", "Håbo", "pilot", 22_500), ("0380", "Uppsala", "pilot", 245_000), ("0486", "Strängnäs", "pilot", 38_500),
        ("0880", "Kalmar", "pilot", 72_000), ("1490", "Borås", "pilot", 115_000), ("2281", "Sundsvall", "pilot", 99_500),
        ("0181", "Södertälje", "bra-supported", 102_000), ("0191", "Sigtuna", "bra-supported", 51_000), ("0580", "Linköping", "bra-supported", 167_000),
        ("1480", "Göteborg", "bra-supported", 600_000), ("1488", "Trollhättan", "bra-supported", 59_500),
        ("0114", "Upplands Väsby", "never-treated", 48_000), ("1280", "Malmö", "never-treated", 360_000), ("2480", "Umeå", "never-treated", 133_000),
    ];

    public static readonly IReadOnlyList<GroupRow> Groups =
    [
        Group("pilot", "Pilotkommuner", "Pilot municipalities", "pilotkommunerna", "the pilot municipalities", 6, true),
        Group("bra-supported", "Brå-stödda kommuner", "Brå-supported municipalities", "de Brå-stödda kommunerna", "the Brå-supported municipalities", 5, true),
        Group("never-treated", "Övriga kommuner utan riktat program", "Other municipalities without a targeted programme", "övriga kommuner utan riktat program", "the other municipalities without a targeted programme", 271, false),
    ];

    public static readonly IReadOnlyList<FamilyRow> Families =
    [
        new()
        {
            FamilyId = "social_services", TitleSv = "Socialtjänstens arbete", TitleEn = "The work of the social services",
            QuestionSv = "Förändrades socialtjänstens arbete med barn och unga i pilotkommunerna?", QuestionEn = "Did the social services' work with children and young people change in the pilot municipalities?",
        },
        new()
        {
            FamilyId = "crime", TitleSv = "Brott som berör barn och unga", TitleEn = "Crime that touches children and young people",
            QuestionSv = "Förändrades den anmälda brottslighet som berör barn och unga?", QuestionEn = "Did reported crime that touches children and young people change?",
        },
    ];

    public static readonly IReadOnlyList<DesignRow> Designs =
    [
        Design("vs-bra", "Pilot mot Brå-stödda", "Pilot against Brå-supported", "exact-randomisation", "bra-supported",
            "Jämförelsekommunerna var inte obehandlade. De hade Brås stöd 2022 till juni 2024, så skillnaden visar förstärkningsteam jämfört med Brås stöd.",
            "The comparison municipalities were not untreated. They had Brå's support from 2022 to June 2024, so the difference shows reinforcement teams against Brå's support."),
        Design("vs-never-treated", "Pilot mot övriga kommuner", "Pilot against other municipalities", "sampled-randomisation", "never-treated",
            "Jämförelsekommunerna har inget riktat program i registret, men skiljer sig från pilotkommunerna i storlek och läge.",
            "The comparison municipalities have no targeted programme in the registry, but differ from the pilot municipalities in size and setting."),
    ];

    public static readonly IReadOnlyList<ProgrammeRow> Programmes =
    [
        Programme("forstarkningsteam", "Förstärkningsteam (pilot)", "Reinforcement teams (pilot)", true,
            "Kommunerna valdes efter motivation och beredskap, inte genom lottning. Ett senare pressmeddelande räknar tio pilotkommuner 2024; de fyra övriga är inte namngivna i källan och kan därför finnas bland jämförelsekommunerna.",
            "The municipalities were chosen for motivation and readiness, not drawn by lot. A later press release counts ten pilot municipalities in 2024; the other four are not named in the source and may be among the comparison municipalities."),
        Programme("bra-stod", "Brås stöd till kommuner", "Brå's support to municipalities", true,
            "Kommunerna fick Brås stöd från 2022 till juni 2024. De är alltså inte obehandlade, och stödet pågick under pilotens första halvår.",
            "The municipalities had Brå's support from 2022 to June 2024. They are not untreated, and the support went on during the pilot's first half-year."),
        Programme("statsbidrag", "Statsbidrag till alla kommuner", "State grant to all municipalities", false,
            "Gäller samtliga kommuner och skiljer därför inte grupperna åt, men sammanfaller i tid med piloten.",
            "Reaches every municipality and so does not separate the groups, but coincides with the pilot."),
    ];

    public static readonly IReadOnlyList<ParticipationRow> Participation =
    [
        .. Municipalities.Where(place => place.Group == "pilot").Select(place => Part(Programmes[0], place, "pilot", Start, null, "Regeringskansliet", "Pressmeddelande om att sex kommuner deltar i piloten (februari 2024)")),
        .. Municipalities.Where(place => place.Group == "bra-supported").Select(place => Part(Programmes[1], place, "supported", new(2022, 1, 1), new(2024, 6, 10), "Brottsförebyggande rådet (Brå)", "Brås redovisning av stödet till kommuner")),
    ];

    public static readonly IReadOnlyList<SourceRow> Sources =
    [
        Source("bra-sol", "Brå, anmälda brott", "Brå, reported offences", "published", "Källa: Brå", "Source: Brå", "Källa: Brå. Egen bearbetning", "Source: Brå. Own processing", "3fa9c1d2e4b5", 41_260, null),
        Source("kolada", "Kolada (RKA)", "Kolada (RKA)", "published", "Källa: Kolada", "Source: Kolada", "Källa: Kolada. Egen bearbetning", "Source: Kolada. Own processing", "77d0a4be91c2", 9_280, null),
        Source("scb-population", "SCB, folkmängd", "Statistics Sweden, population", "published", "Källa: SCB", "Source: Statistics Sweden", "Källa: SCB. Egen bearbetning", "Source: Statistics Sweden. Own processing", "b61e09f3aa10", 58_000,
            "Från 2025 är uppgifter skyddade med cellnyckelmetoden (CKM): små tal är slumpmässigt ändrade."),
        Source("deliveries", "Kommunernas leveranser", "Deliveries from the municipalities", "delivered", "Källa: kommunernas egna uppgifter", "Source: the municipalities' own figures", "Källa: kommunernas egna uppgifter. Egen bearbetning", "Source: the municipalities' own figures. Own processing", "09ab55e7c3d1", 2_640, null),
    ];

    private static GroupRow Group(string id, string sv, string en, string definiteSv, string definiteEn, int members, bool shown) => new()
    {
        GroupId = id, TitleSv = sv, TitleEn = en, DefiniteSv = definiteSv, DefiniteEn = definiteEn, Members = members, Shown = shown,
    };

    private static DesignRow Design(string id, string sv, string en, string inference, string control, string contrastSv, string contrastEn) => new()
    {
        DesignId = id, TitleSv = sv, TitleEn = en, Estimator = "did-2x2", Inference = inference, Lead = id == "vs-bra" ? 1 : 2, OtherProgrammes = id == "vs-bra" ? "keep" : "exclude", TreatedGroup = "pilot", ControlGroup = control,
        ContrastSv = contrastSv, ContrastEn = contrastEn,
    };

    private static ProgrammeRow Programme(string id, string sv, string en, bool targeted, string noteSv, string noteEn) => new()
    {
        ProgrammeId = id, TitleSv = sv, TitleEn = en, Targeted = targeted, NoteSv = noteSv, NoteEn = noteEn,
    };

    private static ParticipationRow Part(
        ProgrammeRow programme, (string Code, string Name, string Group, double People) place, string role, DateOnly from, DateOnly? to, string publisher, string document) => new()
    {
        ProgrammeId = programme.ProgrammeId, TitleSv = programme.TitleSv, TitleEn = programme.TitleEn, Targeted = programme.Targeted,
        MunicipalityCode = place.Code, Municipality = place.Name, Role = role, ValidFrom = from, ValidTo = to, Certainty = "month_assumed", Publisher = publisher, Document = document,
    };

    private static SourceRow Source(
        string id, string sv, string en, string origin, string attributionSv, string attributionEn, string derivedSv, string derivedEn, string vintage, long rows, string? notes) => new()
    {
        Source = id, Dataset = id, TitleSv = sv, TitleEn = en, Origin = origin, AttributionSv = attributionSv, AttributionEn = attributionEn,
        DerivedSv = derivedSv, DerivedEn = derivedEn, Licence = origin == "published" ? "CC0 1.0" : null, Vintage = vintage, Rows = rows, Notes = notes,
    };
}
