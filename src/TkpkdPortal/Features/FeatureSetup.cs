using TkpkdPortal.Documents.Pdf;
using TkpkdPortal.Features.Account;
using TkpkdPortal.Features.Deliberations;
using TkpkdPortal.Features.Doubles;
using TkpkdPortal.Features.Duties;
using TkpkdPortal.Features.Duties.Referrals;
using TkpkdPortal.Features.Field;
using TkpkdPortal.Features.Health;
using TkpkdPortal.Features.Home;
using TkpkdPortal.Features.Households.Events;
using TkpkdPortal.Features.Households.HandOvers;
using TkpkdPortal.Features.Households.Members;
using TkpkdPortal.Features.Interventions;
using TkpkdPortal.Features.Interventions.Realisations;
using TkpkdPortal.Features.Interventions.Targets;
using TkpkdPortal.Features.Loci;
using TkpkdPortal.Features.Matching;
using TkpkdPortal.Features.Objections;
using TkpkdPortal.Features.Overlaps;
using TkpkdPortal.Features.Programs;
using TkpkdPortal.Features.Quality.Misalignments;
using TkpkdPortal.Features.Quality.Villages;
using TkpkdPortal.Features.Rakor;
using TkpkdPortal.Features.Rakor.Pack;
using TkpkdPortal.Features.Reviews;
using TkpkdPortal.Features.Rounds;
using TkpkdPortal.Features.Rounds.Decrees;
using TkpkdPortal.Features.Rounds.Letters;
using TkpkdPortal.Features.Rounds.Links;
using TkpkdPortal.Features.Rounds.Sheets;
using TkpkdPortal.Features.Rounds.Steps;
using TkpkdPortal.Features.Rounds.Targets;
using TkpkdPortal.Features.Users.Loading;
using TkpkdPortal.Features.Visits;
using TkpkdPortal.Features.Visits.Paper;
using TkpkdPortal.Features.Visits.Phone;
using TkpkdPortal.Figures;
using TkpkdPortal.Overlapping;

namespace TkpkdPortal.Features;

/// <summary>Services that the features bring.</summary>
public static class FeatureSetup
{
    public static IServiceCollection AddFeatures(this IServiceCollection services)
    {
        services.AddScoped<SignInAttempt>();
        services.AddScoped<AccountLoader>();
        services.AddScoped<VisitDesk>();
        services.AddSingleton<ShellFiles>();
        services.AddScoped<FormPhotos>();
        services.AddScoped<ReviewDesk>();
        services.AddScoped<FieldDesk>();
        services.AddScoped<FieldProposalDesk>();
        services.AddScoped<PhotoReceiver>();
        services.AddScoped<RoundDesk>();
        services.AddScoped<AssignmentOfTargets>();
        services.AddScoped<StepDesk>();
        services.AddScoped<ObjectionDesk>();
        services.AddScoped<LinkDoor>();
        services.AddScoped<DecreeAnnexes>();
        services.AddScoped<LetterDesk>();
        services.AddScoped<SheetDesk>();
        services.AddScoped<VillageSheetDesk>();
        services.AddScoped<PaperDesk>();
        services.AddScoped<DeliberationDesk>();
        services.AddScoped<EventTrial>();
        services.AddScoped<EventDesk>();
        services.AddScoped<HandOverDesk>();
        services.AddScoped<CorrectionDesk>();
        services.AddScoped<DecisionDesk>();
        services.AddScoped<SettlingDesk>();
        services.AddSingleton<NeedTallyStore>();
        services.AddScoped<NeedTallies>();
        services.AddScoped<OverlapSearch>();
        services.AddScoped<OverlapDesk>();
        services.AddScoped<LocusDesk>();
        services.AddScoped<DutyDesk>();
        services.AddScoped<ReferralDesk>();
        services.AddScoped<HomeTasks>();
        services.AddScoped<FigureDesk>();
        services.AddScoped<HomeFigures>();
        services.AddScoped<MatchingDesk>();
        services.AddScoped<RakorDesk>();
        services.AddScoped<ProgramDesk>();
        services.AddScoped<InterventionDesk>();
        services.AddScoped<TargetDesk>();
        services.AddScoped<RealisationDesk>();
        services.AddScoped<PackWriter>();
        services.AddSingleton(_ => FontLibrary.Load(Path.Combine(AppContext.BaseDirectory, "Assets", "fonts")));
        services.AddHealthChecks().AddCheck<ReadyCheck>("ready");
        return services;
    }
}
