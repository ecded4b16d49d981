using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TkpkdPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OpenTheRegister : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AuditEntries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Actor = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    UserId = table.Column<long>(type: "INTEGER", nullable: true),
                    Action = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AreaCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 22, nullable: true),
                    ChangeSetId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Detail = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    TraceId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    PreviousHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditEntries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AuditHeads",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditHeads", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ChangeSets",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PublicId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Source = table.Column<int>(type: "INTEGER", nullable: false),
                    SourceId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    UserId = table.Column<long>(type: "INTEGER", nullable: true),
                    KnownFrom = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChangeSets", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "HouseholdVersions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    HouseholdId = table.Column<long>(type: "INTEGER", nullable: false),
                    KnownFrom = table.Column<DateTime>(type: "TEXT", nullable: false),
                    KnownTo = table.Column<DateTime>(type: "TEXT", nullable: false),
                    FamilyCard_Bytes = table.Column<byte[]>(type: "BLOB", maxLength: 64, nullable: true),
                    FamilyCard_Mask = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Housing_CookingFuel = table.Column<int>(type: "INTEGER", nullable: true),
                    Housing_DrinkingWater = table.Column<int>(type: "INTEGER", nullable: true),
                    Housing_Floor = table.Column<int>(type: "INTEGER", nullable: true),
                    Housing_HasSavings = table.Column<bool>(type: "INTEGER", nullable: true),
                    Housing_Lighting = table.Column<int>(type: "INTEGER", nullable: true),
                    Housing_Roof = table.Column<int>(type: "INTEGER", nullable: true),
                    Housing_Tenure = table.Column<int>(type: "INTEGER", nullable: true),
                    Housing_Toilet = table.Column<int>(type: "INTEGER", nullable: true),
                    Housing_Wall = table.Column<int>(type: "INTEGER", nullable: true),
                    PublicId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AreaCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 22, nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    HeadName = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    FamilyCardIndex = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: true),
                    FamilyCardAbsence = table.Column<int>(type: "INTEGER", nullable: true),
                    MemberCount = table.Column<int>(type: "INTEGER", nullable: false),
                    DecileCode = table.Column<byte>(type: "INTEGER", nullable: true),
                    DecileReleaseId = table.Column<long>(type: "INTEGER", nullable: true),
                    StuntingRisk = table.Column<bool>(type: "INTEGER", nullable: true),
                    Needs = table.Column<int>(type: "INTEGER", nullable: false),
                    Verified = table.Column<int>(type: "INTEGER", nullable: false),
                    Presence = table.Column<int>(type: "INTEGER", nullable: true),
                    Eligibility = table.Column<int>(type: "INTEGER", nullable: true),
                    VerifiedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    IsTestData = table.Column<bool>(type: "INTEGER", nullable: false),
                    ChangeSetId = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HouseholdVersions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ImportBatches",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PublicId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    AreaCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 22, nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Sheet = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    ReleaseName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ReleasedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DataYear = table.Column<int>(type: "INTEGER", nullable: false),
                    IsDryRun = table.Column<bool>(type: "INTEGER", nullable: false),
                    UserId = table.Column<long>(type: "INTEGER", nullable: false),
                    UploadName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    ReleaseId = table.Column<long>(type: "INTEGER", nullable: true),
                    ChangeSetId = table.Column<long>(type: "INTEGER", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AliveAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RecordsRead = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordsTotal = table.Column<int>(type: "INTEGER", nullable: true),
                    ContentHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: true),
                    Headings = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    FailureMessage = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Counts_AcceptedWithWarning = table.Column<int>(type: "INTEGER", nullable: false),
                    Counts_Changed = table.Column<int>(type: "INTEGER", nullable: false),
                    Counts_Families = table.Column<int>(type: "INTEGER", nullable: false),
                    Counts_New = table.Column<int>(type: "INTEGER", nullable: false),
                    Counts_NikAreaUnknown = table.Column<int>(type: "INTEGER", nullable: false),
                    Counts_Persons = table.Column<int>(type: "INTEGER", nullable: false),
                    Counts_Rejected = table.Column<int>(type: "INTEGER", nullable: false),
                    Counts_Review = table.Column<int>(type: "INTEGER", nullable: false),
                    Counts_Rows = table.Column<int>(type: "INTEGER", nullable: false),
                    Counts_Same = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportBatches", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LegalBases",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LegalBases", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ListKeys",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    List = table.Column<int>(type: "INTEGER", nullable: false),
                    FamilyListId = table.Column<string>(type: "TEXT", unicode: false, maxLength: 50, nullable: false),
                    HouseholdId = table.Column<long>(type: "INTEGER", nullable: false),
                    AreaCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 22, nullable: false),
                    ChangeSetId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ListKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ListReleases",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PublicId = table.Column<Guid>(type: "TEXT", nullable: false),
                    List = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ReleasedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DataYear = table.Column<int>(type: "INTEGER", nullable: false),
                    KnownFrom = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ListReleases", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Meetings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PublicId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    From = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    Place = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Chair = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Theme = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Meetings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Offices",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AreaCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 22, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    HasTestData = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Offices", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Opds",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PublicId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    ShortName = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Duty = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Opds", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PersonVersions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    KnownFrom = table.Column<DateTime>(type: "TEXT", nullable: false),
                    KnownTo = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Nik_Bytes = table.Column<byte[]>(type: "BLOB", maxLength: 64, nullable: true),
                    Nik_Mask = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    PublicId = table.Column<Guid>(type: "TEXT", nullable: false),
                    HouseholdId = table.Column<long>(type: "INTEGER", nullable: false),
                    AreaCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 22, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    NikIndex = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: true),
                    NikAbsence = table.Column<int>(type: "INTEGER", nullable: true),
                    Relationship = table.Column<int>(type: "INTEGER", nullable: false),
                    Sex = table.Column<int>(type: "INTEGER", nullable: true),
                    BirthDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    MaritalStatus = table.Column<int>(type: "INTEGER", nullable: true),
                    Occupation = table.Column<int>(type: "INTEGER", nullable: true),
                    Education = table.Column<int>(type: "INTEGER", nullable: true),
                    MatchesCivilRegistry = table.Column<bool>(type: "INTEGER", nullable: true),
                    ChangeSetId = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonVersions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Sessions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    KeyHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    UserId = table.Column<long>(type: "INTEGER", nullable: true),
                    Ticket = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sessions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Users",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PublicId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FullName = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    DisabledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    IsConsole = table.Column<bool>(type: "INTEGER", nullable: false),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", nullable: true),
                    SecurityStamp = table.Column<string>(type: "TEXT", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", nullable: true),
                    PhoneNumber = table.Column<string>(type: "TEXT", nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "TEXT", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Users", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Households",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FamilyCard_Bytes = table.Column<byte[]>(type: "BLOB", maxLength: 64, nullable: true),
                    FamilyCard_Mask = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Housing_CookingFuel = table.Column<int>(type: "INTEGER", nullable: true),
                    Housing_DrinkingWater = table.Column<int>(type: "INTEGER", nullable: true),
                    Housing_Floor = table.Column<int>(type: "INTEGER", nullable: true),
                    Housing_HasSavings = table.Column<bool>(type: "INTEGER", nullable: true),
                    Housing_Lighting = table.Column<int>(type: "INTEGER", nullable: true),
                    Housing_Roof = table.Column<int>(type: "INTEGER", nullable: true),
                    Housing_Tenure = table.Column<int>(type: "INTEGER", nullable: true),
                    Housing_Toilet = table.Column<int>(type: "INTEGER", nullable: true),
                    Housing_Wall = table.Column<int>(type: "INTEGER", nullable: true),
                    PublicId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AreaCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 22, nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    HeadName = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    FamilyCardIndex = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: true),
                    FamilyCardAbsence = table.Column<int>(type: "INTEGER", nullable: true),
                    MemberCount = table.Column<int>(type: "INTEGER", nullable: false),
                    DecileCode = table.Column<byte>(type: "INTEGER", nullable: true),
                    DecileReleaseId = table.Column<long>(type: "INTEGER", nullable: true),
                    StuntingRisk = table.Column<bool>(type: "INTEGER", nullable: true),
                    Needs = table.Column<int>(type: "INTEGER", nullable: false),
                    Verified = table.Column<int>(type: "INTEGER", nullable: false),
                    Presence = table.Column<int>(type: "INTEGER", nullable: true),
                    Eligibility = table.Column<int>(type: "INTEGER", nullable: true),
                    VerifiedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    IsTestData = table.Column<bool>(type: "INTEGER", nullable: false),
                    ChangeSetId = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Households", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Households_ChangeSets_ChangeSetId",
                        column: x => x.ChangeSetId,
                        principalTable: "ChangeSets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ImportFindings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    BatchId = table.Column<long>(type: "INTEGER", nullable: false),
                    Row = table.Column<int>(type: "INTEGER", nullable: false),
                    Level = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Column = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    Message = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportFindings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ImportFindings_ImportBatches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "ImportBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "WithheldRows",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PublicId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BatchId = table.Column<long>(type: "INTEGER", nullable: false),
                    AreaCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 22, nullable: false),
                    Row = table.Column<int>(type: "INTEGER", nullable: false),
                    Level = table.Column<int>(type: "INTEGER", nullable: false),
                    SealedRaw = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WithheldRows", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WithheldRows_ImportBatches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "ImportBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ListedHouseholds",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Housing_CookingFuel = table.Column<int>(type: "INTEGER", nullable: true),
                    Housing_DrinkingWater = table.Column<int>(type: "INTEGER", nullable: true),
                    Housing_Floor = table.Column<int>(type: "INTEGER", nullable: true),
                    Housing_HasSavings = table.Column<bool>(type: "INTEGER", nullable: true),
                    Housing_Lighting = table.Column<int>(type: "INTEGER", nullable: true),
                    Housing_Roof = table.Column<int>(type: "INTEGER", nullable: true),
                    Housing_Tenure = table.Column<int>(type: "INTEGER", nullable: true),
                    Housing_Toilet = table.Column<int>(type: "INTEGER", nullable: true),
                    Housing_Wall = table.Column<int>(type: "INTEGER", nullable: true),
                    Nik_Bytes = table.Column<byte[]>(type: "BLOB", maxLength: 64, nullable: true),
                    Nik_Mask = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    PublicId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReleaseId = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangeSetId = table.Column<long>(type: "INTEGER", nullable: false),
                    SupersededById = table.Column<long>(type: "INTEGER", nullable: true),
                    HouseholdId = table.Column<long>(type: "INTEGER", nullable: false),
                    RowNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    FamilyListId = table.Column<string>(type: "TEXT", unicode: false, maxLength: 50, nullable: false),
                    AreaCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 22, nullable: false),
                    DecileCode = table.Column<byte>(type: "INTEGER", nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    NikIndex = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: true),
                    MatchesCivilRegistry = table.Column<bool>(type: "INTEGER", nullable: true),
                    Sex = table.Column<int>(type: "INTEGER", nullable: true),
                    BirthDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Occupation = table.Column<int>(type: "INTEGER", nullable: true),
                    Education = table.Column<int>(type: "INTEGER", nullable: true),
                    Aid = table.Column<int>(type: "INTEGER", nullable: false),
                    StuntingRisk = table.Column<bool>(type: "INTEGER", nullable: true),
                    ContentHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    SealedRaw = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ListedHouseholds", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ListedHouseholds_ListReleases_ReleaseId",
                        column: x => x.ReleaseId,
                        principalTable: "ListReleases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ListedPersons",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PersonListId = table.Column<string>(type: "TEXT", unicode: false, maxLength: 50, nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    Relationship = table.Column<int>(type: "INTEGER", nullable: true),
                    MaritalStatus = table.Column<int>(type: "INTEGER", nullable: true),
                    Nik_Bytes = table.Column<byte[]>(type: "BLOB", maxLength: 64, nullable: true),
                    Nik_Mask = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    PublicId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReleaseId = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangeSetId = table.Column<long>(type: "INTEGER", nullable: false),
                    SupersededById = table.Column<long>(type: "INTEGER", nullable: true),
                    HouseholdId = table.Column<long>(type: "INTEGER", nullable: false),
                    RowNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    FamilyListId = table.Column<string>(type: "TEXT", unicode: false, maxLength: 50, nullable: false),
                    AreaCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 22, nullable: false),
                    DecileCode = table.Column<byte>(type: "INTEGER", nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    NikIndex = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: true),
                    MatchesCivilRegistry = table.Column<bool>(type: "INTEGER", nullable: true),
                    Sex = table.Column<int>(type: "INTEGER", nullable: true),
                    BirthDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Occupation = table.Column<int>(type: "INTEGER", nullable: true),
                    Education = table.Column<int>(type: "INTEGER", nullable: true),
                    Aid = table.Column<int>(type: "INTEGER", nullable: false),
                    StuntingRisk = table.Column<bool>(type: "INTEGER", nullable: true),
                    ContentHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    SealedRaw = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ListedPersons", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ListedPersons_ListReleases_ReleaseId",
                        column: x => x.ReleaseId,
                        principalTable: "ListReleases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AgendaItem",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    MeetingId = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgendaItem", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AgendaItem_Meetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "Meetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AidPrograms",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PublicId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    OpdId = table.Column<long>(type: "INTEGER", nullable: false),
                    Strategy = table.Column<int>(type: "INTEGER", nullable: false),
                    FundSource = table.Column<int>(type: "INTEGER", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AidPrograms", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AidPrograms_Opds_OpdId",
                        column: x => x.OpdId,
                        principalTable: "Opds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UserId = table.Column<long>(type: "INTEGER", nullable: false),
                    ClaimType = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimValue = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetUserClaims_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "TEXT", nullable: false),
                    ProviderKey = table.Column<string>(type: "TEXT", nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "TEXT", nullable: true),
                    UserId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_AspNetUserLogins_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserTokens",
                columns: table => new
                {
                    UserId = table.Column<long>(type: "INTEGER", nullable: false),
                    LoginProvider = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_AspNetUserTokens_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Assignments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PublicId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<long>(type: "INTEGER", nullable: false),
                    Role = table.Column<int>(type: "INTEGER", nullable: false),
                    AreaCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 22, nullable: false),
                    RtCodes = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    OpdId = table.Column<long>(type: "INTEGER", nullable: true),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Assignments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Assignments_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Persons",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Nik_Bytes = table.Column<byte[]>(type: "BLOB", maxLength: 64, nullable: true),
                    Nik_Mask = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    PublicId = table.Column<Guid>(type: "TEXT", nullable: false),
                    HouseholdId = table.Column<long>(type: "INTEGER", nullable: false),
                    AreaCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 22, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    NikIndex = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: true),
                    NikAbsence = table.Column<int>(type: "INTEGER", nullable: true),
                    Relationship = table.Column<int>(type: "INTEGER", nullable: false),
                    Sex = table.Column<int>(type: "INTEGER", nullable: true),
                    BirthDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    MaritalStatus = table.Column<int>(type: "INTEGER", nullable: true),
                    Occupation = table.Column<int>(type: "INTEGER", nullable: true),
                    Education = table.Column<int>(type: "INTEGER", nullable: true),
                    MatchesCivilRegistry = table.Column<bool>(type: "INTEGER", nullable: true),
                    ChangeSetId = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Persons", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Persons_ChangeSets_ChangeSetId",
                        column: x => x.ChangeSetId,
                        principalTable: "ChangeSets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Persons_Households_HouseholdId",
                        column: x => x.HouseholdId,
                        principalTable: "Households",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Visits",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PublicId = table.Column<Guid>(type: "TEXT", nullable: false),
                    HouseholdId = table.Column<long>(type: "INTEGER", nullable: false),
                    AreaCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 22, nullable: false),
                    EnumeratorId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    BaseHouseholdVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    VisitedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Presence = table.Column<int>(type: "INTEGER", nullable: true),
                    Respondent = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    PresenceNote = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Eligibility = table.Column<int>(type: "INTEGER", nullable: true),
                    Reason = table.Column<int>(type: "INTEGER", nullable: true),
                    ReasonText = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    CorrectedHeadName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    CorrectedAddress = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    CorrectedNikIndex = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: true),
                    CorrectedFamilyCardIndex = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    FirstSubmittedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SubmittedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DecidedById = table.Column<long>(type: "INTEGER", nullable: true),
                    ReturnNote = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CorrectedFamilyCard_Bytes = table.Column<byte[]>(type: "BLOB", maxLength: 64, nullable: true),
                    CorrectedFamilyCard_Mask = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    CorrectedNik_Bytes = table.Column<byte[]>(type: "BLOB", maxLength: 64, nullable: true),
                    CorrectedNik_Mask = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Housing_CookingFuel = table.Column<int>(type: "INTEGER", nullable: true),
                    Housing_DrinkingWater = table.Column<int>(type: "INTEGER", nullable: true),
                    Housing_Floor = table.Column<int>(type: "INTEGER", nullable: true),
                    Housing_HasSavings = table.Column<bool>(type: "INTEGER", nullable: true),
                    Housing_Lighting = table.Column<int>(type: "INTEGER", nullable: true),
                    Housing_Roof = table.Column<int>(type: "INTEGER", nullable: true),
                    Housing_Tenure = table.Column<int>(type: "INTEGER", nullable: true),
                    Housing_Toilet = table.Column<int>(type: "INTEGER", nullable: true),
                    Housing_Wall = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Visits", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Visits_Households_HouseholdId",
                        column: x => x.HouseholdId,
                        principalTable: "Households",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Visits_Users_EnumeratorId",
                        column: x => x.EnumeratorId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Interventions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PublicId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProgramId = table.Column<long>(type: "INTEGER", nullable: false),
                    OpdId = table.Column<long>(type: "INTEGER", nullable: false),
                    HouseholdId = table.Column<long>(type: "INTEGER", nullable: false),
                    AreaCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 22, nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Amount = table.Column<decimal>(type: "TEXT", precision: 18, scale: 2, nullable: true),
                    Goods = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Interventions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Interventions_AidPrograms_ProgramId",
                        column: x => x.ProgramId,
                        principalTable: "AidPrograms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Interventions_Households_HouseholdId",
                        column: x => x.HouseholdId,
                        principalTable: "Households",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NameTokens",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Word = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    AreaCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 22, nullable: false),
                    HouseholdId = table.Column<long>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NameTokens", x => x.Id);
                    table.ForeignKey(
                        name: "FK_NameTokens_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "AuditHeads",
                columns: new[] { "Id", "Hash", "Sequence" },
                values: new object[] { 1L, new byte[] { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }, 0L });

            migrationBuilder.CreateIndex(
                name: "IX_AgendaItem_MeetingId",
                table: "AgendaItem",
                column: "MeetingId");

            migrationBuilder.CreateIndex(
                name: "IX_AidPrograms_OpdId_Year",
                table: "AidPrograms",
                columns: new[] { "OpdId", "Year" });

            migrationBuilder.CreateIndex(
                name: "IX_AidPrograms_PublicId",
                table: "AidPrograms",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserClaims_UserId",
                table: "AspNetUserClaims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserLogins_UserId",
                table: "AspNetUserLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_Assignments_PublicId",
                table: "Assignments",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Assignments_UserId",
                table: "Assignments",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_Sequence",
                table: "AuditEntries",
                column: "Sequence",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_SubjectId",
                table: "AuditEntries",
                column: "SubjectId");

            migrationBuilder.CreateIndex(
                name: "IX_ChangeSets_KnownFrom",
                table: "ChangeSets",
                column: "KnownFrom");

            migrationBuilder.CreateIndex(
                name: "IX_ChangeSets_PublicId",
                table: "ChangeSets",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Households_AreaCode_Id",
                table: "Households",
                columns: new[] { "AreaCode", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Households_ChangeSetId",
                table: "Households",
                column: "ChangeSetId");

            migrationBuilder.CreateIndex(
                name: "IX_Households_FamilyCardIndex",
                table: "Households",
                column: "FamilyCardIndex");

            migrationBuilder.CreateIndex(
                name: "IX_Households_PublicId",
                table: "Households",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_HouseholdVersions_AreaCode_KnownTo",
                table: "HouseholdVersions",
                columns: new[] { "AreaCode", "KnownTo" });

            migrationBuilder.CreateIndex(
                name: "IX_HouseholdVersions_HouseholdId_KnownTo",
                table: "HouseholdVersions",
                columns: new[] { "HouseholdId", "KnownTo" });

            migrationBuilder.CreateIndex(
                name: "IX_HouseholdVersions_PublicId_KnownTo",
                table: "HouseholdVersions",
                columns: new[] { "PublicId", "KnownTo" });

            migrationBuilder.CreateIndex(
                name: "IX_ImportBatches_PublicId",
                table: "ImportBatches",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ImportBatches_State",
                table: "ImportBatches",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_ImportFindings_BatchId_Row",
                table: "ImportFindings",
                columns: new[] { "BatchId", "Row" });

            migrationBuilder.CreateIndex(
                name: "IX_Interventions_AreaCode",
                table: "Interventions",
                column: "AreaCode");

            migrationBuilder.CreateIndex(
                name: "IX_Interventions_HouseholdId_OpdId",
                table: "Interventions",
                columns: new[] { "HouseholdId", "OpdId" });

            migrationBuilder.CreateIndex(
                name: "IX_Interventions_ProgramId_State",
                table: "Interventions",
                columns: new[] { "ProgramId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Interventions_PublicId",
                table: "Interventions",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ListedHouseholds_ChangeSetId",
                table: "ListedHouseholds",
                column: "ChangeSetId");

            migrationBuilder.CreateIndex(
                name: "IX_ListedHouseholds_HouseholdId",
                table: "ListedHouseholds",
                column: "HouseholdId");

            migrationBuilder.CreateIndex(
                name: "IX_ListedHouseholds_ReleaseId_AreaCode",
                table: "ListedHouseholds",
                columns: new[] { "ReleaseId", "AreaCode" });

            migrationBuilder.CreateIndex(
                name: "IX_ListedHouseholds_ReleaseId_FamilyListId",
                table: "ListedHouseholds",
                columns: new[] { "ReleaseId", "FamilyListId" });

            migrationBuilder.CreateIndex(
                name: "IX_ListedPersons_ChangeSetId",
                table: "ListedPersons",
                column: "ChangeSetId");

            migrationBuilder.CreateIndex(
                name: "IX_ListedPersons_HouseholdId",
                table: "ListedPersons",
                column: "HouseholdId");

            migrationBuilder.CreateIndex(
                name: "IX_ListedPersons_PersonId",
                table: "ListedPersons",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_ListedPersons_ReleaseId_AreaCode",
                table: "ListedPersons",
                columns: new[] { "ReleaseId", "AreaCode" });

            migrationBuilder.CreateIndex(
                name: "IX_ListedPersons_ReleaseId_PersonListId",
                table: "ListedPersons",
                columns: new[] { "ReleaseId", "PersonListId" });

            migrationBuilder.CreateIndex(
                name: "IX_ListKeys_ChangeSetId",
                table: "ListKeys",
                column: "ChangeSetId");

            migrationBuilder.CreateIndex(
                name: "IX_ListKeys_HouseholdId",
                table: "ListKeys",
                column: "HouseholdId");

            migrationBuilder.CreateIndex(
                name: "IX_ListKeys_List_FamilyListId",
                table: "ListKeys",
                columns: new[] { "List", "FamilyListId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ListReleases_List_Name",
                table: "ListReleases",
                columns: new[] { "List", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ListReleases_PublicId",
                table: "ListReleases",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Meetings_PublicId",
                table: "Meetings",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_NameTokens_HouseholdId",
                table: "NameTokens",
                column: "HouseholdId");

            migrationBuilder.CreateIndex(
                name: "IX_NameTokens_PersonId",
                table: "NameTokens",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_NameTokens_Word_AreaCode_HouseholdId",
                table: "NameTokens",
                columns: new[] { "Word", "AreaCode", "HouseholdId" });

            migrationBuilder.CreateIndex(
                name: "IX_Opds_PublicId",
                table: "Opds",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Opds_ShortName",
                table: "Opds",
                column: "ShortName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Persons_ChangeSetId",
                table: "Persons",
                column: "ChangeSetId");

            migrationBuilder.CreateIndex(
                name: "IX_Persons_HouseholdId",
                table: "Persons",
                column: "HouseholdId");

            migrationBuilder.CreateIndex(
                name: "IX_Persons_NikIndex",
                table: "Persons",
                column: "NikIndex");

            migrationBuilder.CreateIndex(
                name: "IX_Persons_OneHead",
                table: "Persons",
                column: "HouseholdId",
                unique: true,
                filter: "\"Relationship\" = 1");

            migrationBuilder.CreateIndex(
                name: "IX_Persons_PublicId",
                table: "Persons",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PersonVersions_HouseholdId_KnownTo",
                table: "PersonVersions",
                columns: new[] { "HouseholdId", "KnownTo" });

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_ExpiresAt",
                table: "Sessions",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_KeyHash",
                table: "Sessions",
                column: "KeyHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_UserId",
                table: "Sessions",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "Users",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "IX_Users_PublicId",
                table: "Users",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "Users",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Visits_AreaCode_Status",
                table: "Visits",
                columns: new[] { "AreaCode", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_Visits_EnumeratorId",
                table: "Visits",
                column: "EnumeratorId");

            migrationBuilder.CreateIndex(
                name: "IX_Visits_HouseholdId_Number",
                table: "Visits",
                columns: new[] { "HouseholdId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Visits_PublicId",
                table: "Visits",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WithheldRows_BatchId_Row",
                table: "WithheldRows",
                columns: new[] { "BatchId", "Row" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AgendaItem");

            migrationBuilder.DropTable(
                name: "AspNetUserClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserLogins");

            migrationBuilder.DropTable(
                name: "AspNetUserTokens");

            migrationBuilder.DropTable(
                name: "Assignments");

            migrationBuilder.DropTable(
                name: "AuditEntries");

            migrationBuilder.DropTable(
                name: "AuditHeads");

            migrationBuilder.DropTable(
                name: "HouseholdVersions");

            migrationBuilder.DropTable(
                name: "ImportFindings");

            migrationBuilder.DropTable(
                name: "Interventions");

            migrationBuilder.DropTable(
                name: "LegalBases");

            migrationBuilder.DropTable(
                name: "ListedHouseholds");

            migrationBuilder.DropTable(
                name: "ListedPersons");

            migrationBuilder.DropTable(
                name: "ListKeys");

            migrationBuilder.DropTable(
                name: "NameTokens");

            migrationBuilder.DropTable(
                name: "Offices");

            migrationBuilder.DropTable(
                name: "PersonVersions");

            migrationBuilder.DropTable(
                name: "Sessions");

            migrationBuilder.DropTable(
                name: "Visits");

            migrationBuilder.DropTable(
                name: "WithheldRows");

            migrationBuilder.DropTable(
                name: "Meetings");

            migrationBuilder.DropTable(
                name: "AidPrograms");

            migrationBuilder.DropTable(
                name: "ListReleases");

            migrationBuilder.DropTable(
                name: "Persons");

            migrationBuilder.DropTable(
                name: "Users");

            migrationBuilder.DropTable(
                name: "ImportBatches");

            migrationBuilder.DropTable(
                name: "Opds");

            migrationBuilder.DropTable(
                name: "Households");

            migrationBuilder.DropTable(
                name: "ChangeSets");
        }
    }
}
