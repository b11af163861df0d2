using System.Text;

namespace Utvardering.Ingestion.Fuzz.Tests.Seeds;

/// <summary>Answers of Kolada: values, groups, catalogue.</summary>
internal static class KoladaSpecimens
{
    private const string Address = "https://api.kolada.se/v3";

    public static IReadOnlyList<Specimen> All { get; } =
    [
        new("kolada-v3", "kolada", Form.Json, place => Values(Town.Of(place))),
        new("kolada-groups.groups", "kolada-groups", Form.Json, place => Groups(Town.Of(place)) with { After = [Municipalities(Town.Of(place))] }),
        new("kolada-groups.municipalities", "kolada-groups", Form.Json, place => Municipalities(Town.Of(place)) with { Before = [Groups(Town.Of(place))] }),
        new("kolada-peers.groups", "kolada-peers", Form.Json, place => Groups(Town.Of(place)) with { After = [Municipalities(Town.Of(place))] }),
        new("kolada-peers.municipalities", "kolada-peers", Form.Json, place => Municipalities(Town.Of(place)) with { Before = [Groups(Town.Of(place))] }),
        new("kolada-catalogue", "kolada-catalogue", Form.Json, Catalogue),
    ];

    private static Seed Values(Town town) => Page($"/data/kpi/N07403,N07541/year/2022,2023?region_type=K&per_page=5000&of={town.Code}", $$"""
        {"kpi":"N07403","municipality":"{{town.Code}}","period":2023,"values":[{"gender":"T","count":1,"status":"","value":11969.92742,"isdeleted":false},
        {"gender":"K","count":1,"status":"Private","value":null,"isdeleted":false}]},
        {"kpi":"N07541","municipality":"{{town.Code}}","period":2022,"values":[{"gender":"M","count":1,"status":"Missing","value":null},{"gender":"T","count":1,"status":"","value":0,"isdeleted":true}]}
        """, 2);

    private static Seed Groups(Town town) => Page($"/municipality_groups?per_page=5000&of={town.Code}", $$"""
        {"id":"G1","title":"Större stad (ovägt medel)","members":[{"id":"{{town.Code}}","title":"{{town.Name}}"}]},
        {"id":"G2","title":"Liknande kommuner (ovägt medel)","members":[{"id":"{{town.Code}}","title":"{{town.Name}}"},{"id":"0305","title":"Håbo"}]},
        {"id":"G3","title":"Liknande kommuner IFO, {{town.Name}}, 2024","members":[{"id":"{{Town.All.First(other => other != town).Code}}","title":"En liknande"}]}
        """, 3);

    private static Seed Municipalities(Town town) => Page($"/municipality?region_type=K&per_page=5000&of={town.Code}", $$"""
        {"id":"{{town.Code}}","title":"{{town.Name}}","type":"K"},{"id":"0001","title":"Region Stockholm","type":"L"}
        """, 2);

    private static Seed Catalogue(int place) => Page($"/kpi?per_page=5000&of={place}", $$"""
        {"id":"N{{place:00000}}","title":"Anmälda våldsbrott, antal/100 000 inv (- 2024)","description":"d","is_divided_by_gender":true,"municipality_type":"K","auspice":null,
        "operating_area":"o","perspective":null,"prel_publication_date":"2026-04-01","publication_date":"2026-08-28","publ_period":"2025","has_ou_data":false},
        {"id":"U{{place:00000}}","title":"Antal barn","description":null,"is_divided_by_gender":false,"municipality_type":"A","auspice":"E",
        "operating_area":"o","perspective":"p","prel_publication_date":null,"publication_date":null,"publ_period":null,"has_ou_data":true}
        """, 2);

    private static Seed Page(string rest, string items, int count) =>
        new(Address + rest, Encoding.UTF8.GetBytes($$"""{"values":[{{items}}],"next_url":null,"previous_url":null,"count":{{count}}}"""));
}
