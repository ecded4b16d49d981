namespace TkpkdPortal.Proposing;

public static class ProposingSetup
{
    public static IServiceCollection AddProposing(this IServiceCollection services) => services.AddScoped<SimilarHouseholds>().AddScoped<ProposalDesk>();
}
