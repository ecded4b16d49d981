using TkpkdPortal.Features.Account;
using TkpkdPortal.Features.Health;

namespace TkpkdPortal.Features;

/// <summary>Services that the features bring.</summary>
public static class FeatureSetup
{
    public static IServiceCollection AddFeatures(this IServiceCollection services)
    {
        services.AddScoped<SignInAttempt>();
        services.AddHealthChecks().AddCheck<ReadyCheck>("ready");
        return services;
    }
}
