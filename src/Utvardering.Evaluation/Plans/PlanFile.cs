using Utvardering.Warehouse;
using Utvardering.Warehouse.Registry;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Evaluation.Plans;

/// <summary>Reads a plan and checks it whole: every mistake is told with its line, and every reference it makes to the registry is followed.</summary>
public static class PlanFile
{
    private static readonly string[] Grains = ["month", "quarter", "year"];

    /// <summary>The names of the plans that there are.</summary>
    public static IReadOnlyList<string> All(string pipelines) =>
        [.. SettingsFile.In(Path.Combine(pipelines, "evaluation")).Select(file => Path.GetFileNameWithoutExtension(file))];

    /// <exception cref="InputException">The plan is missing, malformed, or names a group, programme or indicator that the registry lacks; all mistakes are told.</exception>
    public static EvaluationPlan Load(string pipelines, string plan, RegistryFiles registry)
    {
        var known = All(pipelines);
        return known.Contains(plan)
            ? Read(SettingsFile.Load(Path.Combine(pipelines, "evaluation", plan + ".yaml")), plan, registry)
            : throw new InputException($"There is no plan '{plan}'. Plans: {string.Join(", ", known)} (one file each in {Path.Combine(pipelines, "evaluation")}).");
    }

    internal static EvaluationPlan Read(SettingsNode node, string plan, RegistryFiles registry)
    {
        var mistakes = new PlanMistakes();
        var names = new PlanNames(registry);
        var treated = mistakes.Of(() => node["treated"]);
        var windows = mistakes.Of(() => node["windows"]);
        var families = mistakes.List(node, "families", item => Family(item, mistakes), family => family.Id);
        var familyIds = families.Select(family => family.Id).ToHashSet(StringComparer.Ordinal);
        var read = new EvaluationPlan
        {
            Id = mistakes.Of(() => node["plan"].Text() == plan ? plan : throw node["plan"].Fault($"is '{node["plan"].Text()}', and the file's name says '{plan}'")) ?? plan,
            Fixed = mistakes.Of(() => node["fixed"].Date()),
            Title = mistakes.Of(() => node["title"].Local())!,
            Known = mistakes.Of(() => node["known"].Local())!,
            TreatedGroup = mistakes.Of(treated, part => names.Group(part["group"]))!,
            Programme = mistakes.Of(treated, part => names.Programme(part["programme"]))!,
            Shown = mistakes.Of(() => node["shown"].Items().Select(names.Group).ToList()) ?? [],
            Level = mistakes.Of(() => Share(node["level"])),
            Seed = (ulong)mistakes.Of(() => NotNegative(node["seed"])),
            Coverage = mistakes.Of(() => Share(node["coverage"])),
            Windows = new(mistakes.Of(windows, part => NotNegative(part["anticipationMonths"])), mistakes.Of(windows, part => NotNegative(part["rollInMonths"]))),
            Multiplicity = mistakes.Of(() => node["multiplicity"].OneOf("holm", "none"))!,
            Families = families,
            Outcomes = mistakes.List(node, "outcomes", item => ReadOutcome(item, names, familyIds, mistakes), outcome => outcome.Id),
            Designs = mistakes.List(node, "designs", item => ReadDesign(item, names, mistakes), design => design.Id),
            Sensitivity = mistakes.Of(() => node.Find("sensitivity")) is { } sensitivity ? ReadSensitivity(sensitivity, names, mistakes) : new(),
            Power = mistakes.Of(() => node["power"]) is { } power ? ReadPower(power, mistakes) : new(0.8, 100),
        };
        mistakes.Done(treated, windows, node);
        mistakes.Of(() => Leads(read, node));
        mistakes.Throw();
        return read;
    }

    private static OutcomeFamily Family(SettingsNode node, PlanMistakes mistakes)
    {
        var family = new OutcomeFamily(mistakes.Of(() => node["id"].Text()) ?? "", mistakes.Of(() => node["title"].Local())!, mistakes.Of(() => node["question"].Local())!);
        mistakes.Done(node);
        return family;
    }

    private static Outcome ReadOutcome(SettingsNode node, PlanNames names, HashSet<string> families, PlanMistakes mistakes)
    {
        var outcome = new Outcome(
            mistakes.Of(() => node["id"].Text()) ?? "",
            mistakes.Of(() => names.Indicator(node["indicator"]))!,
            mistakes.Of(() => PlanNames.Known(node["family"], families, "family of the plan"))!,
            mistakes.Of(() => node["role"].OneOf("primary", "secondary", "context"))!,
            mistakes.Of(() => node["matters"].Percent() is var share && share != 0 ? share : throw node["matters"].Fault("is 0 %: any change would matter then; give the smallest change that would")),
            mistakes.Of(() => node["pre"].Date()));
        mistakes.Done(node);
        return outcome;
    }

    private static Design ReadDesign(SettingsNode node, PlanNames names, PlanMistakes mistakes)
    {
        var inference = mistakes.Of(() => node["inference"]);
        var estimator = mistakes.Of(() => node["estimator"].OneOf([.. Estimators.Inference.Keys]));
        var method = estimator is null ? null : mistakes.Of(inference, part => part["method"].OneOf(Estimators.Inference[estimator]));
        var design = new Design
        {
            Id = mistakes.Of(() => node["id"].Text()) ?? "",
            Title = mistakes.Of(() => node["title"].Local())!,
            Estimator = estimator!,
            Control = mistakes.Of(() => names.Group(node["control"]))!,
            KeepsOtherProgrammes = mistakes.Of(() => node["otherProgrammes"].OneOf("keep", "exclude")) == "keep",
            Lead = mistakes.Of(() => node.Find("lead")?.Positive()),
            Grains = mistakes.Of(() => node.Find("grains")?.Items().Select(item => item.OneOf(Grains)).ToList()) ?? [],
            Inference = method!,
            Draws = method is not null && Estimators.Draws(method) ? mistakes.Of(inference, part => Draws(part["draws"])) : 0,
            Contrast = mistakes.Of(() => node["contrast"].Local())!,
        };
        mistakes.Done(inference, node);
        return design;
    }

    private static SensitivityRule ReadSensitivity(SettingsNode node, PlanNames names, PlanMistakes mistakes)
    {
        bool Flag(string key) => mistakes.Of(() => node.Find(key)?.Flag() ?? false);
        var rule = new SensitivityRule
        {
            LeaveOneOut = Flag("leaveOneOut"),
            PlaceboStartMonths = mistakes.Of(() => node.Find("placeboStartMonths")?.Items().Select(item => item.Positive()).ToList()) ?? [],
            DonorPools = mistakes.Of(() => node.Find("donorPools")?.Items().Select(names.Group).ToList()) ?? [],
            RollInMonths = mistakes.Of(() => node.Find("rollInMonths")?.Items().Select(NotNegative).ToList()) ?? [],
            Log = Flag("log"),
            CountModel = Flag("countModel"),
            WithoutOtherProgrammes = Flag("withoutOtherProgrammes"),
            WildBootstrap = Flag("wildBootstrap"),
            Studentised = Flag("studentised"),
            HonestMagnitudes = mistakes.Of(() => node.Find("honestMagnitudes")?.Items().Select(item => item.Number() is >= 0 and var bound ? bound : throw item.Fault("is below 0")).ToList()) ?? [],
        };
        mistakes.Done(node);
        return rule;
    }

    private static PowerRule ReadPower(SettingsNode node, PlanMistakes mistakes)
    {
        var rule = new PowerRule(mistakes.Of(() => Share(node["power"])), mistakes.Of(() => node["draws"].WholeNumber() is >= 20 and var draws
            ? draws
            : throw node["draws"].Fault($"is {node["draws"].Text()}; fewer than 20 draws tell nothing of a chance")));
        mistakes.Done(node);
        return rule;
    }

    /// <summary>A verdict needs a design to rest on, and only one for each place in the order.</summary>
    private static bool Leads(EvaluationPlan plan, SettingsNode node)
    {
        var leads = plan.Designs.Where(design => design.Lead is not null).ToList();
        return leads.Count == 0 && plan.Designs.Count > 0 ? throw node["designs"].Fault("has no design with 'lead: 1': verdicts rest on the leading design")
            : leads.GroupBy(design => design.Lead).FirstOrDefault(group => group.Count() > 1) is { } twice
                ? throw node["designs"].Fault($"has 'lead: {twice.Key}' twice ({string.Join(", ", twice.Select(design => design.Id))})")
            : true;
    }

    private static int Draws(SettingsNode node) => node.WholeNumber() is >= 99 and var draws
        ? draws
        : throw node.Fault($"is {node.Text()}; with fewer than 99 draws no p-value can reach 0.01");

    private static int NotNegative(SettingsNode node) => node.WholeNumber() is >= 0 and var number ? number : throw node.Fault($"is {node.Text()}, and should not be below 0");

    private static double Share(SettingsNode node) => node.Number() is > 0 and < 1 and var share
        ? share
        : throw node.Fault($"is {node.Text()}, which is not between 0 and 1");
}
