using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TkpkdPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class BudgetsAndCases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Groups",
                table: "AidPrograms",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "Cases",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PublicId = table.Column<Guid>(type: "TEXT", nullable: false),
                    HouseholdId = table.Column<long>(type: "INTEGER", nullable: false),
                    AreaCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 22, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    OpenedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    OpenedById = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    OwnerId = table.Column<long>(type: "INTEGER", nullable: false),
                    CompanionId = table.Column<long>(type: "INTEGER", nullable: true),
                    Assessment = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    AssessedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ReviewOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Ending = table.Column<int>(type: "INTEGER", nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ClosedById = table.Column<long>(type: "INTEGER", nullable: true),
                    EndingNote = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Cases", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "GraduationRules",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PublicId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    AdoptedById = table.Column<long>(type: "INTEGER", nullable: true),
                    AdoptedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Terms_FromDecile = table.Column<int>(type: "INTEGER", nullable: false),
                    Terms_Visits = table.Column<int>(type: "INTEGER", nullable: false),
                    Terms_WatchMonths = table.Column<int>(type: "INTEGER", nullable: false),
                    Terms_Without = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GraduationRules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Graduations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PublicId = table.Column<Guid>(type: "TEXT", nullable: false),
                    HouseholdId = table.Column<long>(type: "INTEGER", nullable: false),
                    AreaCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 22, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Evidence = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Facts = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    RuleNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    DecileCode = table.Column<byte>(type: "INTEGER", nullable: true),
                    Needs = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UserId = table.Column<long>(type: "INTEGER", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    KeptAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RelapsedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RelapsedById = table.Column<long>(type: "INTEGER", nullable: true),
                    RelapseReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Graduations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "VillageBudgets",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PublicId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProgramId = table.Column<long>(type: "INTEGER", nullable: false),
                    OpdId = table.Column<long>(type: "INTEGER", nullable: false),
                    AreaCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 22, nullable: false),
                    Amount = table.Column<decimal>(type: "TEXT", precision: 18, scale: 2, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VillageBudgets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_VillageBudgets_AidPrograms_ProgramId",
                        column: x => x.ProgramId,
                        principalTable: "AidPrograms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CaseContacts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CaseId = table.Column<long>(type: "INTEGER", nullable: false),
                    HouseholdId = table.Column<long>(type: "INTEGER", nullable: false),
                    AreaCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 22, nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    UserId = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseContacts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseContacts_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CaseSteps",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PublicId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<long>(type: "INTEGER", nullable: false),
                    HouseholdId = table.Column<long>(type: "INTEGER", nullable: false),
                    AreaCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 22, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Need = table.Column<int>(type: "INTEGER", nullable: false),
                    OpdId = table.Column<long>(type: "INTEGER", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    SettledOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SettledById = table.Column<long>(type: "INTEGER", nullable: true),
                    SettledNote = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseSteps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseSteps_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CaseContacts_AreaCode",
                table: "CaseContacts",
                column: "AreaCode");

            migrationBuilder.CreateIndex(
                name: "IX_CaseContacts_CaseId",
                table: "CaseContacts",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_AreaCode",
                table: "Cases",
                column: "AreaCode");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_CompanionId_Ending",
                table: "Cases",
                columns: new[] { "CompanionId", "Ending" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_HouseholdId_Number",
                table: "Cases",
                columns: new[] { "HouseholdId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Cases_OwnerId_Ending_ReviewOn",
                table: "Cases",
                columns: new[] { "OwnerId", "Ending", "ReviewOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_PublicId",
                table: "Cases",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CaseSteps_AreaCode",
                table: "CaseSteps",
                column: "AreaCode");

            migrationBuilder.CreateIndex(
                name: "IX_CaseSteps_CaseId_Number",
                table: "CaseSteps",
                columns: new[] { "CaseId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CaseSteps_HouseholdId_OpdId",
                table: "CaseSteps",
                columns: new[] { "HouseholdId", "OpdId" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseSteps_OpdId_State_DueOn",
                table: "CaseSteps",
                columns: new[] { "OpdId", "State", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseSteps_PublicId",
                table: "CaseSteps",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GraduationRules_Number",
                table: "GraduationRules",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GraduationRules_PublicId",
                table: "GraduationRules",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Graduations_AreaCode",
                table: "Graduations",
                column: "AreaCode");

            migrationBuilder.CreateIndex(
                name: "IX_Graduations_HouseholdId_Number",
                table: "Graduations",
                columns: new[] { "HouseholdId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Graduations_Kind_RelapsedOn_Until",
                table: "Graduations",
                columns: new[] { "Kind", "RelapsedOn", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_Graduations_PublicId",
                table: "Graduations",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_VillageBudgets_AreaCode",
                table: "VillageBudgets",
                column: "AreaCode");

            migrationBuilder.CreateIndex(
                name: "IX_VillageBudgets_ProgramId_AreaCode",
                table: "VillageBudgets",
                columns: new[] { "ProgramId", "AreaCode" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_VillageBudgets_PublicId",
                table: "VillageBudgets",
                column: "PublicId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CaseContacts");

            migrationBuilder.DropTable(
                name: "CaseSteps");

            migrationBuilder.DropTable(
                name: "GraduationRules");

            migrationBuilder.DropTable(
                name: "Graduations");

            migrationBuilder.DropTable(
                name: "VillageBudgets");

            migrationBuilder.DropTable(
                name: "Cases");

            migrationBuilder.DropColumn(
                name: "Groups",
                table: "AidPrograms");
        }
    }
}
