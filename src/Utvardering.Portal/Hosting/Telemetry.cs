using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Utvardering.Pipeline.Jobs.Running;
using Utvardering.Pipeline.Runs;

namespace Utvardering.Portal.Hosting;

/// <summary>Metrics and traces of jobs over OTLP, where OpenTelemetry's own variable <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says whereto; else nothing leaves.</summary>
internal static class Telemetry
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static void Add(IServiceCollection services, string node)
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Endpoint)))
        {
            return;
        }

        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("utvardering", serviceVersion: ProgramVersion.Current, serviceInstanceId: node))
            .WithMetrics(metrics => metrics.AddMeter(JobTelemetry.Name).AddOtlpExporter())
            .WithTracing(traces => traces.AddSource(JobTelemetry.Name).AddOtlpExporter());
    }
}
