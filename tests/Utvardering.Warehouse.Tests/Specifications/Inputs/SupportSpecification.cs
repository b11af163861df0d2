using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Inputs;

public sealed class SupportSpecification
{
    private const string Log = "source:varchar | municipality_code:varchar | month:date | strand:varchar | kind:varchar | hours:double\n";

    [Fact]
    public void Kinds_of_support_are_added_up_by_strand_and_month()
    {
        var specification = new ModelSpecification().Given("lake.support_log", Log + """
            log | 1490 | 2024-01-01 | assessment | training | 4.5
            log | 1490 | 2024-01-01 | assessment | supervision | 3
            log | 1490 | 2024-01-01 | mapping | analysis | 2
            log | 0380 | 2024-01-01 | assessment | training | 1
            """);
        specification.Gives("staging.support_month", """
            source | municipality_code | strand | month | hours
            log | 1490 | assessment | 2024-01-01 | 7.5
            log | 1490 | mapping | 2024-01-01 | 2
            log | 0380 | assessment | 2024-01-01 | 1
            """);
    }

    [Fact]
    public void A_month_left_out_between_a_municipalitys_first_and_the_programmes_newest_is_none()
    {
        var specification = new ModelSpecification()
            .Given("staging.support_month", """
                source:varchar | municipality_code:varchar | strand:varchar | month:date | hours:double
                log | 1490 | assessment | 2024-01-01 | 7.5
                log | 1490 | mapping | 2024-03-01 | 2
                log | 0380 | assessment | 2024-02-01 | 1
                log | 0580 | recruitment | 2022-01-01 | 6
                """)
            .Given("registry.programme_strand", """
                programme_id:varchar | strand:varchar
                team | assessment
                team | mapping
                bra | recruitment
                """);
        specification.Gives("core.support", """
            programme_id | municipality_code | strand | month | hours
            team | 1490 | assessment | 2024-01-01 | 7.5
            team | 1490 | assessment | 2024-02-01 | 0
            team | 1490 | assessment | 2024-03-01 | 0
            team | 1490 | mapping | 2024-01-01 | 0
            team | 1490 | mapping | 2024-02-01 | 0
            team | 1490 | mapping | 2024-03-01 | 2
            team | 0380 | assessment | 2024-02-01 | 1
            team | 0380 | assessment | 2024-03-01 | 0
            bra | 0580 | recruitment | 2022-01-01 | 6
            """);
    }

    [Fact]
    public void The_dose_adds_up_and_tells_whether_the_registry_knows_of_it()
    {
        var specification = new ModelSpecification()
            .Given("core.support", """
                source:varchar | programme_id:varchar | municipality_code:varchar | strand:varchar | month:date | hours:double
                log | bra | 0580 | recruitment | 2024-05-01 | 6
                log | bra | 0580 | recruitment | 2024-06-01 | 2
                log | bra | 0580 | recruitment | 2024-07-01 | 1
                log | bra | 0380 | recruitment | 2024-05-01 | 3
                """)
            .Given("registry.programme", "programme_id:varchar | title_sv:varchar | title_en:varchar\nbra | Brås stöd | Support by Brå")
            .Given("core.municipality", "municipality_code:varchar | name:varchar\n0580 | Linköping\n0380 | Uppsala")
            .Given("registry.participation", "programme_id:varchar | municipality_code:varchar | valid_from:date | valid_to:date\nbra | 0580 | 2024-05-20 | 2024-06-10")
            .Given("lake.feed", "source:varchar | origin:varchar | content:varchar\nlog | delivered | c0ffee");
        specification.Gives("marts.implementation", """
            municipality | month | hours | hours_to_date | registered | origin | source | vintage
            Linköping | 2024-05-01 | 6 | 6 | true | delivered | log | c0ffee
            Linköping | 2024-06-01 | 2 | 8 | true | delivered | log | c0ffee
            Linköping | 2024-07-01 | 1 | 9 | false | delivered | log | c0ffee
            Uppsala | 2024-05-01 | 3 | 3 | false | delivered | log | c0ffee
            """);
    }
}
